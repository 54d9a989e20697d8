/* Catalogues taken into a new folder, with what a profile imports. */
#include "take.h"

#include <libxml/uri.h>

#include <stdlib.h>
#include <string.h>

#include "profile.h"
#include "urlmap.h"
#include "xml.h"

static int
is_shipped(const char *path)
{
	return strncmp(path, PATH_SHIPPED, strlen(PATH_SHIPPED)) == 0;
}

/*
 * The length of the folder, with its "/", that all files of PROFILE lie in
 * and that no reference between them leaves.
 */
static size_t
common_length(const struct profile *profile)
{
	const struct strs *paths = &profile->inputs;
	const char *first = NULL;
	size_t i, j, len = 0, end;

	for (i = 0; i < paths->n; i++) {
		if (is_shipped(paths->v[i]))
			continue;
		if (first == NULL) {
			first = paths->v[i];
			len = (size_t)(path_base(first) - first);
		}
		end = 0;
		for (j = 0; j < len && paths->v[i][j] == first[j]; j++)
			if (first[j] == '/')
				end = j + 1;
		len = end;
	}
	return profile->climbs < len ? profile->climbs : len;
}

/* Where the file REAL was taken to; from the pair FROM of the list on. */
static const char *
taken_to(const struct take *take, const char *real, size_t *from)
{
	for (; *from + 1 < take->done.n; *from += 2)
		if (strcmp(take->done.v[*from], real) == 0)
			return take->done.v[*from + 1];
	return NULL;
}

/* Copy the file at PATH to TO, unless that was done. */
static int
copy(struct take *take, const struct roots *roots, const char *path,
    const char *to, struct diag *d)
{
	struct buf text = { 0 };
	const char *there;
	char *real;
	size_t from = 0;
	int rc = 0;

	real = path_real(roots, path);
	there = taken_to(take, real, &from);
	while (there != NULL && strcmp(there, to) != 0) {
		from += 2;
		there = taken_to(take, real, &from);
	}
	if (there == NULL) {
		rc = path_read(roots, path, PATH_DATA_MAX, &text, NULL, d);
		if (rc == 0)
			rc = take->write(take->arg, to, buf_str(&text),
			    text.len);
		strs_add(&take->done, real);
		strs_add(&take->done, to);
	}
	free(real);
	buf_release(&text);
	return rc;
}

/* Where PATH comes to lie; new memory. */
static char *
new_path(const char *path, size_t common)
{
	return mem_printf("catalog/%s", path + common);
}

/* catalog/catalog.xml for the addresses in MAPPED. */
static int
write_map(struct take *take, const struct strs *mapped, size_t common)
{
	struct buf out = { 0 };
	xmlDocPtr doc;
	xmlNodePtr root, node;
	xmlChar *href;
	const char *path;
	size_t i;
	int rc;

	doc = xmlNewDoc(BAD_CAST "1.0");
	root = xmlNewDocNode(doc, NULL, BAD_CAST "catalog", NULL);
	xmlDocSetRootElement(doc, root);
	xmlSetNs(root, xmlNewNs(root, BAD_CAST URLMAP_NS, NULL));
	for (i = 0; i + 1 < mapped->n; i += 2) {
		path = mapped->v[i + 1];
		href = xmlURIEscapeStr(BAD_CAST (is_shipped(path) ? path :
		    path + common), BAD_CAST ":/");
		xml_text(root, "\n  ", 3);
		node = xmlNewChild(root, root->ns, BAD_CAST "uri", NULL);
		xml_set(node, "name", mapped->v[i]);
		xml_set(node, "uri", (const char *)href);
		xmlFree(href);
	}
	xml_text(root, "\n", 1);
	xml_write(doc, &out);
	rc = take->write(take->arg, URLMAP_FILE, buf_str(&out), out.len);
	buf_release(&out);
	xmlFreeDoc(doc);
	return rc;
}

/* Where a catalogue lies that came with a profile; new memory, or NULL. */
static char *
taken_before(const struct take *take, const struct roots *roots,
    const char *path)
{
	const char *there;
	char *real;
	size_t from = 0;

	real = path_real(roots, path);
	there = taken_to(take, real, &from);
	free(real);
	return there == NULL ? NULL : mem_strdup(there);
}

char *
take_catalog(struct take *take, const struct roots *roots, const char *path,
    struct diag *d)
{
	struct profile profile;
	struct diag later = { 0 };
	size_t i, common;
	char *to;
	int rc;

	/* Warnings come when the copy is read. */
	rc = profile_load(roots, path, NULL, &profile, &later);
	if (rc == -1)
		diag_merge(d, &later);
	diag_release(&later);
	if (rc == -1)
		return NULL;
	to = profile.resolved ? NULL : taken_before(take, roots, path);
	if (to != NULL) {
		profile_release(&profile);
		return to;
	}
	common = common_length(&profile);
	for (i = 0; i < profile.inputs.n && rc == 0; i++) {
		if (is_shipped(profile.inputs.v[i]))
			continue;
		to = new_path(profile.inputs.v[i], common);
		rc = copy(take, roots, profile.inputs.v[i], to, d);
		free(to);
	}
	if (rc == 0 && profile.mapped.n > 0)
		rc = write_map(take, &profile.mapped, common);
	profile_release(&profile);
	return rc == -1 ? NULL : new_path(path, common);
}

void
take_release(struct take *take)
{
	strs_release(&take->done);
}
