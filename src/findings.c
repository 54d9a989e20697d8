/* What rules.xsl finds, into the dossier. */
#include "findings.h"

#include "beside.h"
#include "dossier.h"
#include "rules.h"
#include "run.h"

/* A share, and what came of it. */
struct share {
	const struct xslt	*rules;
	xmlDocPtr		 dossier;
	const char		*name;
	xmlDocPtr		 result;
	struct diag		 d;
};

/* beside's fn. */
static void
run_share(void *arg)
{
	struct share *share = arg;
	const char *params[] = { "share", share->name, NULL };

	share->result = run_stylesheet(share->rules, share->dossier,
	    share->dossier, params, &share->d);
}

int
findings_run(const struct xslt *rules, xmlDocPtr dossier, unsigned nthreads,
    struct diag *d)
{
	struct share shares[2] = {
		{ .rules = rules, .dossier = dossier, .name = "texts" },
		{ .rules = rules, .dossier = dossier, .name = "registers" }
	};
	size_t i, n = 2;
	int rc = 0;

	if (!beside_may(nthreads) || xslt_is_own(rules) ||
	    dossier_is_huge(dossier)) {
		n = 1;
		shares[0].name = "all";
		run_share(&shares[0]);
	} else {
		beside_run(run_share, &shares[0], &shares[1]);
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
