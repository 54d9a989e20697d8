/* The dossier: everything that was read, as one XML document. */
#include "dossier.h"

#include <stdlib.h>
#include <string.h>

#include "answer.h"
#include "approval.h"
#include "approved.h"
#include "document.h"
#include "history.h"
#include "homes.h"
#include "links.h"
#include "modules.h"
#include "record.h"
#include "registers.h"
#include "relations.h"
#include "shipped.h"
#include "template.h"
#include "texts.h"
#include "unused.h"
#include "workspace.h"
#include "xml.h"

/* Everything that lives while a dossier is read. */
struct reading {
	struct workspace	 ws;
	struct refs		 refs;
	struct answers		 answers;
	struct documents	 documents;
	struct records		 records;
	struct git		*git;		/* at work; or NULL */
	struct catalog_index	*index;
	xmlNodePtr		 root;
	xmlNodePtr		 catalogs;
	xmlNodePtr		 answer_nodes;
	xmlNodePtr		 relations;
	xmlNodePtr		 registers;
	xmlNodePtr		 document_nodes;
	const struct dossier_from *from;
	struct diag		*d;
};

static void
begin(struct reading *r, struct dossier *dossier, const char *today,
    struct diag *d)
{
	memset(r, 0, sizeof(*r));
	memset(dossier, 0, sizeof(*dossier));
	dossier->doc = xml_new("i:dossier");
	r->root = xmlDocGetRootElement(dossier->doc);
	r->d = d;
	refs_init(&r->refs);
	xml_set(r->root, "version", "1");
	xml_set(r->root, "today", today);
	xml_set(r->root, "generator", "ismsdoc " ISMSDOC_VERSION);
}

static void
end(struct reading *r)
{
	answers_release(&r->answers);
	documents_release(&r->documents);
	homes_free(r->refs.homes);
	records_release(&r->records);
	git_free(r->git);
	catalog_index_free(r->index);
	refs_release(&r->refs);
	workspace_release(&r->ws);
}

static void
add_groups(struct reading *r)
{
	xml_set(r->root, "language", r->ws.language);
	workspace_emit(&r->ws, r->root);
	r->catalogs = xml_add(r->root, "i:catalogs");
	r->answer_nodes = xml_add(r->root, "i:answers");
	r->relations = xml_add(r->root, "i:relations");
	r->registers = xml_add(r->root, "i:registers");
	r->document_nodes = xml_add(r->root, "i:documents");
	r->refs.registers = r->registers;
	r->refs.ws = &r->ws;
}

static int
load_catalogs(struct reading *r)
{
	size_t i;
	int rc = 0;

	for (i = 0; i < r->ws.ncatalogs; i++)
		if (catalog_load(r->refs.roots, &r->ws.catalogs[i],
		    &r->ws.params, r->catalogs, r->d) == -1)
			rc = -1;
	if (rc == 0)
		catalog_join(r->catalogs, r->d);
	return rc;
}

/* Directives in answers, once all documents and rules are known. */
static void
link_answers(struct reading *r)
{
	struct template t = { 0 };

	t.refs = &r->refs;
	t.d = r->d;
	template_link(&t, r->answer_nodes);
}

/* All texts, in the order in which they are emitted. */
static void
read_ahead(struct reading *r)
{
	r->refs.texts = texts_new();
	r->refs.modules = modules_read(r->refs.roots, r->refs.texts);
	documents_texts(&r->documents, r->refs.texts);
	answers_texts(&r->answers, r->refs.texts);
	records_texts(&r->records, r->refs.texts);
	texts_begin(r->refs.texts, r->from->nthreads);
}

/* All that needs the catalogues.  Faults are reported and reading goes on. */
static int
read_all(struct reading *r, struct strs *media)
{
	size_t before;

	before = r->d->nerrors + r->d->nfatal;
	answers_own(&r->answers, r->catalogs, r->d);
	r->index = catalog_index_new(r->catalogs);
	r->refs.catalogs = r->index;
	r->refs.homes = homes_new(r->refs.roots, &r->ws, r->index, r->d);
	registers_load(&r->refs, r->registers, r->from->nthreads, r->d);
	records_read(&r->records, &r->refs, r->root, r->d);
	history_end(r->git, r->root, r->d);
	r->git = NULL;
	registers_check_views(&r->refs, r->d);
	r->refs.declared = r->from->declared(r->from->arg);
	if (r->refs.declared == NULL)
		return -1;
	documents_read(&r->documents, &r->refs, r->d);
	answers_match(&r->answers, &r->refs, r->catalogs, r->d);
	read_ahead(r);
	documents_emit(&r->documents, &r->refs, r->document_nodes, r->d);
	unused_variables(&r->documents, &r->refs, r->d);
	answers_emit(&r->answers, &r->refs, r->answer_nodes, r->d);
	records_emit(&r->records, &r->refs, r->d);
	texts_free(r->refs.texts);
	modules_free(r->refs.modules);
	r->refs.texts = NULL;
	r->refs.modules = NULL;
	link_answers(r);
	documents_link(&r->documents);
	records_link(&r->records, &r->refs, r->d);
	registers_link(&r->refs, r->registers, r->d);
	relations_emit(&r->answers, &r->refs, r->relations, r->d);
	relations_reviews(&r->answers, &r->refs, r->document_nodes,
	    r->from->today);
	approval_emit(&r->refs, r->document_nodes, r->from->today, r->d);
	links_resolve(r->root, &r->refs, media, r->d);
	records_settle(&r->records);
	if (!r->from->as_written)
		approved_texts(&r->refs, r->root, r->from->nthreads, r->d);
	return r->d->nerrors + r->d->nfatal > before ? -1 : 0;
}

/* A file of the layer: where it lies and where it goes below html/. */
static void
emit_asset(xmlNodePtr assets, const char *name, const char *file, int css)
{
	const char *rest;
	xmlNodePtr node;

	rest = css ? path_base(file) : file + strlen("stylesheets/assets/");
	node = xml_add(assets, name);
	if (css)
		xml_set(node, "href", rest);
	xml_set(node, "file", file);
	xml_setf(node, "target", "assets/%s", rest);
}

static void
emit_media(xmlNodePtr assets, const char *source)
{
	xmlNodePtr node;

	node = xml_add(assets, "i:media");
	xml_set(node, "source", source);
	xml_setf(node, "href", "media/%s", strncmp(source, PATH_SHIPPED,
	    strlen(PATH_SHIPPED)) == 0 ? source + strlen(PATH_SHIPPED) :
	    source);
}

/* Extra CSS, assets of the organisation's layer, and images. */
static int
find_assets(struct reading *r, const struct strs *media)
{
	struct strs css = { 0 }, files = { 0 };
	xmlNodePtr assets;
	size_t i;
	int rc = 0;

	if (path_list(r->refs.roots, "stylesheets", ".css", 0, &css, r->d) ==
	    -1)
		rc = -1;
	if (path_list(r->refs.roots, "stylesheets/assets", "", 1, &files,
	    r->d) == -1)
		rc = -1;
	assets = xml_add(r->root, "i:assets");
	for (i = 0; i < css.n; i++)
		emit_asset(assets, "i:css", css.v[i], 1);
	for (i = 0; i < files.n; i++)
		emit_asset(assets, "i:file", files.v[i], 0);
	for (i = 0; i < media->n; i++)
		emit_media(assets, media->v[i]);
	strs_release(&css);
	strs_release(&files);
	return rc;
}

/* What reading warned of, as findings. */
static void
emit_findings(struct reading *r, size_t first)
{
	const struct diag_msg *msg;
	struct place at;
	xmlNodePtr findings, node;
	size_t i;

	findings = xml_add(r->root, "i:findings");
	for (i = first; i < r->d->n; i++) {
		msg = &r->d->msgs[i];
		if (msg->level > DIAG_WARNING)
			continue;
		at.path = msg->path;
		at.line = msg->line;
		at.col = msg->col;
		node = xml_add_text(findings, "i:finding", msg->text);
		xml_set(node, "level", diag_level_word(msg->level));
		xml_set(node, "code", diag_msg_word(msg));
		xml_set_src(node, &at);
	}
}

int
dossier_read(struct dossier *dossier, const struct dossier_from *from,
    struct diag *d)
{
	struct reading r;
	struct strs media = { 0 };
	size_t first;
	int rc, complete;

	first = d->n;
	begin(&r, dossier, from->today, d);
	r.refs.roots = from->roots;
	r.refs.digests = from->digests;
	r.from = from;
	rc = workspace_load(&r.ws, from->roots, d);
	if (r.ws.yml == NULL)
		goto out;
	add_groups(&r);
	r.git = history_begin(&r.ws, from->roots, d);
	complete = load_catalogs(&r) == 0 && !r.ws.lacks_catalog;
	if (complete && catalog_check_params(&r.ws.params, d) == -1)
		rc = -1;
	if (answers_read(&r.answers, &r.refs, d) == -1)
		rc = -1;
	/* Without a catalogue every reference to it would be a fault. */
	if (!complete || read_all(&r, &media) == -1)
		rc = -1;
	if (find_assets(&r, &media) == -1)
		rc = -1;
	emit_findings(&r, first);
out:
	strs_release(&media);
	end(&r);
	return rc;
}

int
dossier_settings(struct dossier *dossier, const struct roots *roots,
    const char *today, struct diag *d)
{
	struct reading r;
	int rc = 0;

	begin(&r, dossier, today, d);
	r.refs.roots = roots;
	if (roots->org == NULL)
		xml_set(r.root, "language", "en");
	else
		rc = workspace_load(&r.ws, roots, d);
	if (r.ws.yml != NULL)
		add_groups(&r);
	end(&r);
	return rc;
}

static int
add_templates(const struct roots *roots, const struct workspace *ws,
    struct homes *homes, xmlNodePtr root, struct diag *d)
{
	struct shipped shipped;
	int rc;

	rc = shipped_read(&shipped, roots, d);
	shipped_emit(&shipped, ws, homes, root);
	shipped_release(&shipped);
	regdefs_emit(&ws->registers, xml_add(root, "i:known-registers"));
	return rc;
}

int
dossier_empty(struct dossier *dossier, const struct roots *roots,
    const struct dossier_new *new, struct diag *d)
{
	static const struct declared none;
	struct homes *homes;
	struct reading r;
	int rc;

	begin(&r, dossier, new->today, d);
	r.refs.roots = roots;
	r.refs.declared = &none;
	rc = workspace_make(&r.ws, roots, new->catalogs, new->language, d);
	r.ws.set = new->set;
	add_groups(&r);
	if (rc == 0)
		rc = load_catalogs(&r);
	if (rc == 0) {
		r.index = catalog_index_new(r.catalogs);
		r.refs.catalogs = r.index;
		rc = answers_match(&r.answers, &r.refs, r.catalogs, d);
		answers_emit(&r.answers, &r.refs, r.answer_nodes, d);
	}
	xml_add(r.root, "i:assets");
	xml_add(r.root, "i:findings");
	if (rc == 0) {
		homes = homes_new(roots, &r.ws, r.index, d);
		rc = add_templates(roots, &r.ws, homes, r.root, d);
		homes_free(homes);
	}
	end(&r);
	return rc;
}

int
dossier_templates(struct dossier *dossier, const struct roots *roots,
    struct diag *d)
{
	struct diag said = { 0 };
	struct workspace ws;
	int rc;

	/* What is wrong with isms.yaml was said when the rest was read. */
	rc = workspace_load(&ws, roots, &said);
	if (rc == 0)
		rc = add_templates(roots, &ws, NULL,
		    xmlDocGetRootElement(dossier->doc), d);
	workspace_release(&ws);
	diag_release(&said);
	return rc;
}

int
dossier_is_huge(xmlDocPtr doc)
{
	enum { HUGE_FROM = 300000 };

	return xml_count(xmlDocGetRootElement(doc)) >= HUGE_FROM;
}

void
dossier_shrink(struct dossier *dossier)
{
	xmlNodePtr node, next;

	node = xml_first(xmlDocGetRootElement(dossier->doc), NULL);
	for (; node != NULL; node = next) {
		next = xml_next(node, NULL);
		if (!xml_is(node, "i:organisation") &&
		    !xml_is(node, "i:assets") && !xml_is(node, "i:rules") &&
		    !xml_is(node, "i:findings"))
			xml_remove(node);
	}
}

void
dossier_release(struct dossier *dossier)
{
	if (dossier->doc != NULL)
		xmlFreeDoc(dossier->doc);
	memset(dossier, 0, sizeof(*dossier));
}
