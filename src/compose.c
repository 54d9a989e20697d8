/* Composing: compose.xsl over the dossier, in two shares side by side. */
#include "compose.h"

#include <stdlib.h>
#include <string.h>

#include "beside.h"
#include "deflate.h"
#include "dossier.h"
#include "mem.h"
#include "rows.h"
#include "run.h"
#include "xml.h"

enum {
	PACK_FROM = 30000,	/* nodes of an article that is packed */
	DEFLATE_FROM = 150000	/* and deflated, which takes a little time */
};

/* A share, and what came of it. */
struct share {
	const struct xslt	*xslt;
	xmlDocPtr		 dossier;
	const char		*name;
	xmlDocPtr		 result;
	struct packed		*packed;
	struct rows		 rows;		/* of the file being made */
	int			 drops;
	struct diag		 d;
};

/* Replace ARTICLE, in its FILE, by its attributes and its info. */
static void
leave_stub(xmlNodePtr file, xmlNodePtr article)
{
	xmlNodePtr stub, info;

	stub = xmlDocCopyNode(article, file->doc, 2);
	info = xml_first(article, "info");
	if (stub != NULL && info != NULL)
		xmlAddChild(stub, xmlDocCopyNode(info, file->doc, 1));
	xmlReplaceNode(article, stub);
}

/* Deflate the text of PACKED; where that cannot be, it stays as it is. */
static void
deflate_packed(struct packed *packed)
{
	struct buf small = { 0 };

	buf_reserve(&small, packed->text.len / 8);
	if (deflate_text(&packed->text, &small) == 0) {
		packed->len = packed->text.len;
		buf_release(&packed->text);
		packed->text = small;
		memset(&small, 0, sizeof(small));
	}
	buf_release(&small);
	mem_trim();
}

/* Make ARTICLE of FILE, NNODES with the rows that were taken of it, text. */
static void
pack_article(struct share *share, xmlNodePtr file, xmlNodePtr article,
    size_t nnodes)
{
	struct packed *packed;

	run_lift(file);
	packed = mem_zalloc(sizeof(*packed));
	packed->nnodes = nnodes;
	packed->next = share->packed;
	share->packed = packed;
	leave_stub(file, article);
	rows_pack(&share->rows, article, file, &packed->text);
	rows_release(&share->rows);
	if (packed->nnodes >= DEFLATE_FROM)
		deflate_packed(packed);
	buf_fit(&packed->text);
	file->_private = packed;
}

/* xslt's taker: pack the article of a file, and its rows before that. */
static void
pack(void *arg, xmlNodePtr element)
{
	struct share *share = arg;
	xmlNodePtr article;
	size_t nnodes;

	if (!xml_is(element, "i:file")) {
		run_lift_out(element);
		rows_take(&share->rows, element);
		return;
	}
	article = xml_first(element, "article");
	nnodes = article == NULL ? 0 : xml_count(article) +
	    share->rows.nnodes;
	if (article == NULL || xml_next(article, NULL) != NULL)
		rows_restore(&share->rows, element);
	else if (share->rows.nruns > 0 || nnodes >= PACK_FROM)
		pack_article(share, element, article, nnodes);
	rows_release(&share->rows);
}

/* xslt's taker: what ELEMENT reports, and nothing else of it. */
static void
drop(void *arg, xmlNodePtr element)
{
	xmlNodePtr node, next;

	(void)arg;
	if (!xml_is(element, "i:file")) {
		run_lift_out(element);
		xml_remove(element);
		return;
	}
	run_lift(element);
	for (node = element->children; node != NULL; node = next) {
		next = node->next;
		if (!xml_is(node, "i:finding"))
			xml_remove(node);
	}
}

/* beside's fn. */
static void
run_share(void *arg)
{
	struct share *share = arg;
	const char *params[] = { "share", share->name, NULL };
	struct xslt_taker taker = { pack, NULL };

	taker.arg = share;
	if (share->drops)
		taker.fn = drop;
	share->result = run_taking(share->xslt, share->dossier,
	    share->dossier, params, &taker, &share->d);
	/* A layer may have made files of which nobody was told. */
	if (share->result != NULL)
		rows_restore(&share->rows,
		    xmlDocGetRootElement(share->result));
	rows_release(&share->rows);
}

static xmlNodePtr
first_file(xmlDocPtr doc)
{
	return doc == NULL ? NULL : xml_first(xmlDocGetRootElement(doc),
	    "i:file");
}

static int
has_path(xmlDocPtr doc, const char *path)
{
	xmlNodePtr file;
	const char *other;

	for (file = first_file(doc); file != NULL;
	    file = xml_next(file, "i:file")) {
		other = xml_get(file, "path");
		if (other != NULL && strcmp(other, path) == 0)
			return 1;
	}
	return 0;
}

/* What both shares have made, or reported with it, counts once. */
static void
drop_twice(struct composed *composed)
{
	xmlNodePtr root, node, next;
	const char *path;
	int all = 1, any = 0;

	root = xmlDocGetRootElement(composed->docs[1]);
	for (node = xml_first(root, "i:file"); node != NULL; node = next) {
		next = xml_next(node, "i:file");
		path = xml_get(node, "path");
		if (path != NULL && has_path(composed->docs[0], path)) {
			xml_remove(node);
			any = 1;
		} else {
			all = 0;
		}
	}
	for (node = xml_first(root, "i:finding"); any && all && node != NULL;
	    node = next) {
		next = xml_next(node, "i:finding");
		xml_remove(node);
	}
}

/* Take over what came of SHARE. */
static void
add_share(struct composed *composed, struct share *share, struct diag *d)
{
	struct packed **end = &composed->packed;

	composed->docs[composed->n++] = share->result;
	while (*end != NULL)
		end = &(*end)->next;
	*end = share->packed;
	diag_merge(d, &share->d);
}

/* May there be two shares?  Each has keys and variables of its own. */
static int
may_share(const struct share *share, unsigned nthreads)
{
	return beside_may(nthreads) && !xslt_strips(share->xslt) &&
	    !dossier_is_huge(share->dossier);
}

int
compose_run(struct composed *composed, const struct xslt *xslt,
    xmlDocPtr dossier, unsigned nthreads, struct diag *d)
{
	struct share first = { 0 }, second;
	size_t i;

	first.xslt = xslt;
	first.dossier = dossier;
	first.drops = composed->drops;
	second = first;
	second.name = "second";
	if (!may_share(&first, nthreads)) {
		first.name = "all";
		run_share(&first);
		add_share(composed, &first, d);
	} else {
		first.name = "first";
		beside_run(run_share, &first, &second);
		add_share(composed, &first, d);
		add_share(composed, &second, d);
		if (composed->docs[0] != NULL && composed->docs[1] != NULL)
			drop_twice(composed);
	}
	for (i = 0; i < composed->n; i++) {
		if (composed->docs[i] == NULL)
			return -1;
		run_report(composed->docs[i], d);
	}
	return 0;
}

void
compose_release(struct composed *composed)
{
	struct packed *packed;
	size_t i;

	for (i = 0; i < composed->n; i++)
		if (composed->docs[i] != NULL)
			xmlFreeDoc(composed->docs[i]);
	while (composed->packed != NULL) {
		packed = composed->packed;
		composed->packed = packed->next;
		buf_release(&packed->text);
		free(packed);
	}
	memset(composed, 0, sizeof(*composed));
}

xmlNodePtr
compose_first(const struct composed *composed)
{
	xmlNodePtr file = NULL;
	size_t i;

	for (i = 0; i < composed->n && file == NULL; i++)
		file = first_file(composed->docs[i]);
	return file;
}

xmlNodePtr
compose_next(const struct composed *composed, xmlNodePtr file)
{
	xmlNodePtr next;

	next = xml_next(file, "i:file");
	if (next == NULL && composed->n == 2 &&
	    file->doc == composed->docs[0])
		next = first_file(composed->docs[1]);
	return next;
}

xmlDocPtr
compose_unpack(const struct packed *packed)
{
	struct buf text = { 0 };
	xmlDocPtr doc = NULL;

	if (packed->len == 0)
		return xml_unpack(&packed->text);
	buf_reserve(&text, packed->len);
	if (inflate_text(&packed->text, &text) == 0)
		doc = xml_unpack(&text);
	buf_release(&text);
	return doc;
}

const struct packed *
compose_packed(const xmlNode *file)
{
	return file->_private;
}
