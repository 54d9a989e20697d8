/* Answer files: reading them, and the answers that one file holds. */
#include "answer.h"

#include <stdlib.h>
#include <string.h>

/* "answers/own/A.7.2@hamburg.md" -> own, A.7.2, hamburg. */
static void
split_path(struct answer_file *file)
{
	const char *rest, *slash;
	char *at;

	rest = file->path + strlen("answers/");
	slash = strchr(rest, '/');
	file->catalog = slash == NULL ? mem_strdup("") :
	    mem_strndup(rest, (size_t)(slash - rest));
	file->label = path_stem(file->path);
	at = strchr(file->label, '@');
	if (at != NULL) {
		file->site = mem_strdup(at + 1);
		*at = '\0';
	}
}

static struct answer_file *
add_file(struct answers *answers, const char *path)
{
	struct answer_file *file;

	if ((answers->nfiles & (answers->nfiles - 1)) == 0)
		answers->files = mem_resize(answers->files,
		    answers->nfiles == 0 ? 1 : answers->nfiles * 2,
		    sizeof(*answers->files));
	file = &answers->files[answers->nfiles++];
	memset(file, 0, sizeof(*file));
	file->path = mem_strdup(path);
	file->line = 1;
	split_path(file);
	return file;
}

static int
is_blank(const char *s, size_t len)
{
	return strspn(s, " \t\r\n") >= len;
}

static int
count_lines(const char *s, size_t len)
{
	const char *end = s + len;
	int n = 0;

	for (; s < end && (s = memchr(s, '\n', (size_t)(end - s))) != NULL;
	    s++)
		n++;
	return n;
}

/* An own control is named by `answers:` where its file does not. */
static void
name_own(struct answer_file *file)
{
	const char *label;

	label = yml_text(file->yml, "answers");
	if (label == NULL || strcmp(file->catalog, "own") != 0)
		return;
	free(file->label);
	file->label = mem_strdup(label);
}

/* Read FILE from the beginning of TEXT; sets its extent. */
static int
read_part(struct answer_file *file, const char *text, size_t len,
    struct diag *d)
{
	struct front front;
	int rc;

	rc = yml_front_at(file->path, text, len, file->line - 1, &front, d);
	file->body = rc == -1 ? len : front.body;
	file->line0 = front.body_line0;
	file->len = yml_front_next(text, len, file->body, "answers");
	file->text = mem_strndup(text, file->len);
	if (rc <= 0)
		return rc;
	file->yml = yml_parse(file->path, file->text + front.begin,
	    front.end - front.begin, file->line, d);
	name_own(file);
	return file->yml == NULL ? -1 : 0;
}

/*
 * The answers that TEXT holds, one after the other.  What is only blank
 * before the first front matter of several is none.
 */
static int
read_parts(struct answers *answers, const char *path, const char *text,
    size_t len, struct diag *d)
{
	struct answer_file *file;
	size_t pos;
	int line, rc = 0;

	pos = yml_front_next(text, len, 0, "answers");
	if (pos == len || !is_blank(text, pos))
		pos = 0;
	line = 1 + count_lines(text, pos);
	do {
		file = add_file(answers, path);
		file->line = line;
		if (read_part(file, text + pos, len - pos, d) == -1) {
			file->bad = 1;
			rc = -1;
		}
		line += count_lines(text + pos, file->len);
		pos += file->len;
	} while (pos < len);
	return rc;
}

static int
read_file(struct answers *answers, const char *path,
    const struct refs *refs, struct diag *d)
{
	struct buf text = { 0 };
	int rc;

	rc = path_read_text(refs->roots, path, PATH_TEXT_MAX, &text, NULL,
	    d);
	if (rc == 0)
		rc = read_parts(answers, path, buf_str(&text), text.len, d);
	else
		add_file(answers, path)->bad = 1;
	buf_release(&text);
	return rc;
}

int
answers_read(struct answers *answers, const struct refs *refs,
    struct diag *d)
{
	struct strs files = { 0 };
	size_t i;
	int rc;

	memset(answers, 0, sizeof(*answers));
	rc = path_list(refs->roots, "answers", ".md", 1, &files, d);
	for (i = 0; i < files.n; i++)
		if (read_file(answers, files.v[i], refs, d) == -1)
			rc = -1;
	strs_release(&files);
	return rc;
}
