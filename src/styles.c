/* The stylesheets of one command, compiled side by side with reading. */
#include "styles.h"

#include <string.h>

static void
compile_declared(struct styles *styles)
{
	styles->declared = xslt_compile_or("compose.xsl", "declared.xsl",
	    &styles->d);
}

static void
compile(struct styles *styles)
{
	if (styles->wanted & STYLES_COMPOSE && styles->declared != NULL &&
	    !xslt_is_own(styles->declared))
		styles->compose = xslt_compile_shipped("compose.xsl",
		    &styles->d);
	if (styles->wanted & STYLES_RULES)
		styles->rules = xslt_compile("rules.xsl", &styles->d);
	if (styles->wanted & STYLES_FACTS)
		styles->facts = xslt_compile("facts.xsl", &styles->d);
	if (styles->wanted & STYLES_DOCBOOK)
		styles->docbook = xslt_compile("docbook.xsl", &styles->d);
	if (styles->wanted & STYLES_HTML)
		styles->html = xslt_compile("html.xsl", &styles->d);
	if (styles->wanted & STYLES_STATUS)
		styles->status = xslt_compile("status.xsl", &styles->d);
	if (styles->wanted & STYLES_EXPORT)
		styles->export = xslt_compile("export.xsl", &styles->d);
	if (styles->wanted & STYLES_SHEETS)
		styles->sheets = xslt_compile("sheets.xsl", &styles->d);
}

static void *
work(void *arg)
{
	struct styles *styles = arg;

	xslt_thread();
	compile_declared(styles);
	sem_post(&styles->declared_done);
	compile(styles);
	return NULL;
}

void
styles_begin(struct styles *styles, unsigned wanted, unsigned nthreads)
{
	memset(styles, 0, sizeof(*styles));
	styles->wanted = wanted;
	sem_init(&styles->declared_done, 0, 0);
	styles->pending = nthreads != 1 && pthread_create(&styles->thread,
	    NULL, work, styles) == 0;
}

const struct xslt *
styles_declared(struct styles *styles)
{
	if (styles->waited)
		return styles->declared;
	styles->waited = 1;
	if (!styles->pending)
		compile_declared(styles);
	else
		while (sem_wait(&styles->declared_done) == -1)
			;	/* a signal */
	return styles->declared;
}

const struct xslt *
styles_compose(const struct styles *styles)
{
	return styles->compose != NULL ? styles->compose : styles->declared;
}

int
styles_end(struct styles *styles, struct diag *d)
{
	int rc;

	styles_declared(styles);
	if (styles->pending)
		pthread_join(styles->thread, NULL);
	else
		compile(styles);
	sem_destroy(&styles->declared_done);
	styles->pending = 0;
	styles->wanted = 0;
	rc = styles->d.nerrors + styles->d.nfatal > 0 ? -1 : 0;
	diag_merge(d, &styles->d);
	return rc;
}

void
styles_composed(struct styles *styles)
{
	xslt_free(styles->declared);
	xslt_free(styles->compose);
	xslt_free(styles->rules);
	xslt_free(styles->facts);
	xslt_free(styles->export);
	xslt_free(styles->sheets);
	styles->declared = styles->compose = styles->rules = NULL;
	styles->facts = styles->export = styles->sheets = NULL;
}

void
styles_release(struct styles *styles)
{
	styles_composed(styles);
	xslt_free(styles->docbook);
	xslt_free(styles->html);
	xslt_free(styles->status);
	diag_release(&styles->d);
	memset(styles, 0, sizeof(*styles));
}
