/* Shipped templates and their modules: what there is, and copies of it. */
#include "shipped.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "sha.h"

static int
read_one(struct shipped_text *one, const struct roots *roots, struct diag *d)
{
	struct buf text = { 0 };
	int rc;

	rc = path_read_text(roots, one->path, PATH_TEXT_MAX, &text, NULL, d);
	one->len = rc == -1 ? 0 : text.len;
	one->text = buf_detach(&text);
	if (rc == 0)
		rc = yml_front(one->path, one->text, one->len, &one->front,
		    d);
	if (rc <= 0)
		return rc;
	one->yml = yml_parse(one->path, one->text + one->front.begin,
	    one->front.end - one->front.begin, 1, d);
	return one->yml == NULL ? -1 : 0;
}

/* The files in DIR below templates/, with PREFIX before their names. */
static int
read_dir(struct shipped *shipped, const char *dir, const char *prefix,
    const struct roots *roots, struct diag *d)
{
	struct strs files = { 0 };
	struct shipped_text *one;
	const char *id;
	char *stem;
	size_t i;
	int rc;

	rc = path_list(roots, dir, ".md", 0, &files, d);
	shipped->items = mem_resize(shipped->items,
	    shipped->n + files.n + 1, sizeof(*shipped->items));
	for (i = 0; i < files.n; i++) {
		one = &shipped->items[shipped->n++];
		memset(one, 0, sizeof(*one));
		one->path = mem_strdup(files.v[i]);
		one->module = prefix[0] != '\0';
		if (read_one(one, roots, d) == -1)
			rc = -1;
		stem = path_stem(one->path);
		id = one->module ? NULL : yml_text(one->yml, "id");
		one->id = mem_printf("%s%s", prefix, id == NULL ? stem : id);
		free(stem);
	}
	strs_release(&files);
	return rc;
}

int
shipped_read(struct shipped *shipped, const struct roots *roots,
    struct diag *d)
{
	int rc;

	memset(shipped, 0, sizeof(*shipped));
	rc = read_dir(shipped, PATH_SHIPPED "templates", "", roots, d);
	if (read_dir(shipped, PATH_SHIPPED "templates/rules", "rules/",
	    roots, d) == -1)
		rc = -1;
	return rc;
}

void
shipped_release(struct shipped *shipped)
{
	struct shipped_text *one;
	size_t i;

	for (i = 0; i < shipped->n; i++) {
		one = &shipped->items[i];
		free(one->id);
		free(one->path);
		free(one->text);
		yml_free(one->yml);
	}
	free(shipped->items);
	memset(shipped, 0, sizeof(*shipped));
}

const struct shipped_text *
shipped_find(const struct shipped *shipped, const char *id)
{
	size_t i;

	for (i = 0; i < shipped->n; i++)
		if (strcmp(shipped->items[i].id, id) == 0)
			return &shipped->items[i];
	return NULL;
}

char *
shipped_origin(const char *id, const char *text, size_t len)
{
	char hex[SHA_HEX];

	sha_hex(text, len, hex);
	return mem_printf("%s@%.12s", id, hex);
}

void
shipped_copy(const struct shipped_text *one, struct buf *out)
{
	char *origin;

	origin = shipped_origin(one->id, one->text, one->len);
	if (one->yml == NULL)
		buf_puts(out, "---\n");
	buf_add(out, one->text, one->front.end);
	buf_printf(out, "based-on: %s\n", origin);
	if (one->yml == NULL)
		buf_puts(out, "---\n");
	buf_add(out, one->text + one->front.end, one->len - one->front.end);
	free(origin);
}

/*
 * The hole "{{KIND NAME ...}}" that begins at S, which is at "{{": its NAME in
 * new memory, or NULL where it is none.
 */
static char *
named(const char *s, const char *kind)
{
	size_t len;

	s += 2 + strspn(s + 2, " \t");
	len = strlen(kind);
	if (strncmp(s, kind, len) != 0 || (s[len] != ' ' && s[len] != '\t'))
		return NULL;
	s += len + strspn(s + len, " \t");
	len = strcspn(s, " \t\r\n}");
	return len == 0 ? NULL : mem_strndup(s, len);
}

void
shipped_names(const struct shipped_text *one, const char *kind,
    struct strs *names)
{
	const char *s;
	char *name;

	for (s = one->text; (s = strstr(s, "{{")) != NULL; s += 2) {
		name = s > one->text && s[-1] == '\\' ? NULL :
		    named(s, kind);
		if (name != NULL && strs_find(names, name) == -1)
			strs_add(names, name);
		free(name);
	}
}

/* Put the module that LINE, LEN bytes, includes to OUT; 0 where it is none. */
static int
put_module(const struct shipped *shipped, const char *line, size_t len,
    struct buf *out)
{
	const struct shipped_text *module;
	char *text, *name;
	size_t blanks;

	text = mem_strndup(line, len);
	blanks = strspn(text, " \t");
	name = strncmp(text + blanks, "{{", 2) == 0 ?
	    named(text + blanks, "include") : NULL;
	module = name == NULL ? NULL : shipped_find(shipped, name);
	if (module != NULL) {
		buf_printf(out, "{{! %s }}\n\n", name);
		buf_add(out, module->text + module->front.body,
		    module->len - module->front.body);
	}
	free(name);
	free(text);
	return module != NULL;
}

void
shipped_expand(const struct shipped *shipped,
    const struct shipped_text *one, struct buf *out)
{
	const char *line, *lf, *end;
	size_t len;

	end = one->text + one->len;
	for (line = one->text; line < end; line += len) {
		lf = memchr(line, '\n', (size_t)(end - line));
		len = (size_t)((lf == NULL ? end : lf + 1) - line);
		if (one->module || !put_module(shipped, line, len, out))
			buf_add(out, line, len);
	}
}

/* The id of the organisation's document PATH, which is new memory. */
static char *
id_of(const struct roots *roots, const char *path)
{
	struct shipped_text doc = { 0 };
	struct diag ignored = { 0 };
	const char *id;
	char *found;

	doc.path = mem_strdup(path);
	read_one(&doc, roots, &ignored);
	id = yml_text(doc.yml, "id");
	found = id == NULL ? path_stem(path) : mem_strdup(id);
	free(doc.path);
	free(doc.text);
	yml_free(doc.yml);
	diag_release(&ignored);
	return found;
}

char *
shipped_override(const struct roots *roots, const struct shipped_text *one)
{
	struct strs files = { 0 };
	struct diag ignored = { 0 };
	char *path = NULL, *id;
	size_t i;

	if (one->module) {
		path = mem_printf("documents/%s.md", one->id);
		if (path_exists(roots, path))
			return path;
		free(path);
		return NULL;
	}
	path_list(roots, "documents", ".md", 0, &files, &ignored);
	for (i = 0; i < files.n && path == NULL; i++) {
		id = id_of(roots, files.v[i]);
		if (strcmp(id, one->id) == 0)
			path = mem_strdup(files.v[i]);
		free(id);
	}
	strs_release(&files);
	diag_release(&ignored);
	return path;
}
