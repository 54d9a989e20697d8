/* Samples: a copy of one that ships, for another organisation. */
#include "sample.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "workspace.h"
#include "yml.h"

#define SAMPLES PATH_SHIPPED "samples"
#define APPROVALS "registers/approvals.csv"

static int
unknown(const struct roots *roots, const char *name, struct diag *d)
{
	struct strs files = { 0 }, names = { 0 };
	struct diag ignored = { 0 };
	const char *near, *rest;
	size_t i;

	path_list(roots, SAMPLES, "/" WORKSPACE_FILE, 1, &files, &ignored);
	for (i = 0; i < files.n; i++) {
		rest = files.v[i] + strlen(SAMPLES "/");
		strs_take(&names, mem_strndup(rest, strcspn(rest, "/")));
	}
	near = strs_nearest(&names, name);
	if (near == NULL && names.n > 0)
		near = names.v[0];
	diag_add(d, DIAG_FILE_MISSING, NULL, "no sample \"%s\" ships%s%s%s",
	    name, near == NULL ? "" : "; one is \"", near == NULL ? "" :
	    near, near == NULL ? "" : "\"");
	strs_release(&files);
	strs_release(&names);
	diag_release(&ignored);
	return -1;
}

/* Would YAML read CP in quotes as something else than it is? */
static int
wants_escape(unsigned long cp)
{
	return cp < ' ' || cp == 0x7F || cp == 0x85 || cp == 0x2028 ||
	    cp == 0x2029 || cp == 0xFEFF;
}

/* TEXT as a double-quoted YAML scalar. */
static void
put_quoted(struct buf *out, const char *text)
{
	unsigned long cp;
	size_t len;

	buf_putc(out, '"');
	for (; *text != '\0'; text += len) {
		len = utf8_len(text, strlen(text), &cp);
		if (len == 1 && (*text == '"' || *text == '\\'))
			buf_putc(out, '\\');
		if (len > 0 && wants_escape(cp))
			buf_printf(out, "\\u%04lX", cp);
		else
			buf_add(out, text, len == 0 ? 1 : len);
		len = len == 0 ? 1 : len;
	}
	buf_putc(out, '"');
}

/* Where the line LINE of TEXT, from 1, begins. */
static size_t
offset_of(const char *text, int line)
{
	const char *s = text;

	for (; line > 1; line--) {
		s += strcspn(s, "\n");
		s += *s == '\n';
	}
	return (size_t)(s - text);
}

/* From END, the end of a line of TEXT, back over comments and blank lines. */
static size_t
before_comments(const char *text, size_t begin, size_t end)
{
	size_t line;

	while (end > begin) {
		for (line = end - 1; line > begin && text[line - 1] != '\n';
		    line--)
			;
		if (strchr("#\r\n", text[line]) == NULL)
			break;
		end = line;
	}
	return end;
}

/*
 * Put the settings TEXT to OUT, with NAME for the organisation's.  A comment
 * at the head speaks of the sample and stays behind.
 */
static int
rename_organisation(const char *path, const char *text, size_t len,
    const char *name, struct buf *out, struct diag *d)
{
	const struct yml *organisation;
	struct yml *yml;
	size_t begin, end = len;

	yml = yml_parse(path, text, len, 0, d);
	organisation = yml_get(yml, "organisation");
	if (organisation != NULL) {
		begin = offset_of(text, organisation->key_at.line);
		if (organisation->next != NULL)
			end = offset_of(text,
			    organisation->next->key_at.line);
		end = before_comments(text, begin, end);
		if (yml->first != organisation)
			buf_add(out, text, begin);
		buf_puts(out, "organisation: { name: ");
		put_quoted(out, name);
		buf_puts(out, " }\n");
		buf_add(out, text + end, len - end);
	}
	yml_free(yml);
	return organisation == NULL ? -1 : 0;
}

/* The file PATH of a sample, which is REST in the new folder. */
static int
copy_one(const struct roots *roots, const char *path, const char *rest,
    const char *organisation, struct fresh *fresh, struct diag *d)
{
	struct buf text = { 0 }, out = { 0 };
	int rc;

	rc = path_read(roots, path, PATH_DATA_MAX, &text, NULL, d);
	if (rc == 0 && strcmp(rest, WORKSPACE_FILE) == 0)
		rc = rename_organisation(path, buf_str(&text), text.len,
		    organisation, &out, d);
	else if (strcmp(rest, APPROVALS) == 0)
		buf_add(&out, buf_str(&text), offset_of(buf_str(&text), 2));
	else
		buf_add(&out, buf_str(&text), text.len);
	if (rc == 0)
		rc = fresh_write(fresh, rest, buf_str(&out), out.len, 0);
	buf_release(&text);
	buf_release(&out);
	return rc;
}

int
sample_copy(const struct roots *roots, const char *name,
    const char *organisation, struct fresh *fresh, struct diag *d)
{
	struct strs files = { 0 };
	const char *rest;
	char *dir, *settings;
	size_t i;
	int rc;

	dir = mem_printf(SAMPLES "/%s", name);
	settings = path_join(dir, WORKSPACE_FILE);
	rc = strchr(name, '/') == NULL && path_exists(roots, settings) ?
	    path_list(roots, dir, "", 1, &files, d) :
	    unknown(roots, name, d);
	for (i = 0; i < files.n && rc == 0; i++) {
		rest = files.v[i] + strlen(dir) + 1;
		if (strncmp(rest, "out/", 4) != 0 &&
		    strncmp(rest, "approved/", 9) != 0)
			rc = copy_one(roots, files.v[i], rest, organisation,
			    fresh, d);
	}
	strs_release(&files);
	free(settings);
	free(dir);
	return rc;
}
