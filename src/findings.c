/* What rules.xsl finds, into the dossier. */
#include "findings.h"

#include <pthread.h>
#include <unistd.h>

#include "dossier.h"
#include "rules.h"
#include "run.h"

/* A share, and what came of it; the second one has a thread. */
struct share {
	const struct xslt	*rules;
	xmlDocPtr		 dossier;
	const char		*name;
	xmlDocPtr		 result;
	struct diag		 d;
};

static void
run_share(struct share *share)
{
	const char *params[] = { "share", share->name, NULL };

	share->result = run_stylesheet(share->rules, share->dossier,
	    share->dossier, params, &share->d);
}

static void *
work(void *arg)
{
	xslt_thread();
	run_share(arg);
	return NULL;
}

/* Both shares; where no thread can be made, one after the other. */
static void
run_two(struct share shares[2])
{
	pthread_t thread;
	int threaded;

	shares[0].name = "first";
	shares[1].name = "second";
	threaded = pthread_create(&thread, NULL, work, &shares[1]) == 0;
	run_share(&shares[0]);
	if (threaded)
		pthread_join(thread, NULL);
	else
		run_share(&shares[1]);
}

int
findings_run(const struct xslt *rules, xmlDocPtr dossier, unsigned nthreads,
    struct diag *d)
{
	struct share shares[2] = { 0 };
	size_t i, n = 2;
	int rc = 0;

	if (nthreads == 0)
		nthreads = sysconf(_SC_NPROCESSORS_ONLN) > 1 ? 2 : 1;
	for (i = 0; i < n; i++) {
		shares[i].rules = rules;
		shares[i].dossier = dossier;
		shares[i].name = "all";
	}
	if (nthreads == 1 || xslt_is_own(rules) || dossier_is_huge(dossier)) {
		n = 1;
		run_share(&shares[0]);
	} else {
		run_two(shares);
	}
	for (i = 0; i < n; i++) {
		diag_merge(d, &shares[i].d);
		if (shares[i].result == NULL) {
			rc = -1;
			continue;
		}
		rules_words(dossier, shares[i].result);
		run_add_findings(shares[i].result, dossier);
		xmlFreeDoc(shares[i].result);
	}
	return rc;
}
