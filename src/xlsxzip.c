/* The parts of an XLSX file, out of its zip, by libarchive. */
#include "xlsxzip.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <archive.h>
#include <archive_entry.h>

#include "mem.h"

struct unpack {
	struct xlsxzip	*zip;
	struct archive	*archive;
	const char	*path;
	size_t		 packed;	/* bytes of the whole file */
	size_t		 total;		/* unpacked so far */
	struct diag	*d;
};

static int
fault(const struct unpack *u, enum diag_code code, const char *text)
{
	struct place at = { 0 };

	at.path = u->path;
	return diag_add(u->d, code, &at, "cannot read the workbook: %s",
	    text);
}

static int
damaged(const struct unpack *u)
{
	const char *why;

	why = archive_error_string(u->archive);
	return fault(u, DIAG_XLSX_SYNTAX, why == NULL ? "damaged zip" : why);
}

static int
is_xml(const char *name)
{
	size_t len;

	len = strlen(name);
	return (len > 4 && strcasecmp(name + len - 4, ".xml") == 0) ||
	    (len > 5 && strcasecmp(name + len - 5, ".rels") == 0);
}

/* Is what has been unpacked, with N bytes more, within the limits? */
static int
check_size(const struct unpack *u, size_t part, size_t n)
{
	size_t total = u->total + n;

	if (part + n > XLSXZIP_PART_MAX)
		return fault(u, DIAG_XLSX_LIMIT, "one of its parts has more "
		    "than 64 MiB; split it");
	if (total > XLSXZIP_TOTAL_MAX)
		return fault(u, DIAG_XLSX_LIMIT, "unpacked it has more than "
		    "192 MiB; split it");
	if (total > XLSXZIP_RATIO_FROM && total / XLSXZIP_RATIO_MAX >
	    u->packed)
		return fault(u, DIAG_XLSX_LIMIT, "unpacked it grows to more "
		    "than 200 times its size");
	return 0;
}

/* Unpack the entry that has been begun. */
static int
take_part(struct unpack *u, const char *name)
{
	struct xlsxzip_part *part;
	char block[16384];
	la_ssize_t n;

	if (xlsxzip_part(u->zip, name) != NULL)
		return fault(u, DIAG_XLSX_SYNTAX, "two of its parts have one "
		    "name");
	u->zip->v = mem_resize(u->zip->v, u->zip->n + 1, sizeof(*u->zip->v));
	part = &u->zip->v[u->zip->n++];
	memset(part, 0, sizeof(*part));
	part->name = mem_strdup(name);
	for (;;) {
		n = archive_read_data(u->archive, block, sizeof(block));
		if (n == 0)
			return 0;
		if (n < 0)
			return damaged(u);
		if (check_size(u, part->text.len, (size_t)n) == -1)
			return -1;
		buf_add(&part->text, block, (size_t)n);
		u->total += (size_t)n;
	}
}

static int
take_all(struct unpack *u)
{
	struct archive_entry *entry;
	const char *name;
	size_t count;
	int rc;

	for (count = 0;; count++) {
		rc = archive_read_next_header(u->archive, &entry);
		if (rc == ARCHIVE_EOF)
			return 0;
		if (rc < ARCHIVE_WARN)
			return damaged(u);
		if (count == XLSXZIP_ENTRIES_MAX)
			return fault(u, DIAG_XLSX_LIMIT, "more than 10,000 "
			    "entries in the zip");
		name = archive_entry_pathname(entry);
		if (name == NULL || !is_xml(name))
			continue;
		name += strspn(name, "/");
		if (archive_entry_is_encrypted(entry))
			return fault(u, DIAG_XLSX_SYNTAX, "it has a "
			    "password; save it without");
		if (take_part(u, name) == -1)
			return -1;
	}
}

/* What the first bytes say where they are not a zip's. */
static int
check_kind(const struct unpack *u, const char *data)
{
	if (u->packed >= 4 && memcmp(data, "\xD0\xCF\x11\xE0", 4) == 0)
		return fault(u, DIAG_XLSX_SYNTAX, "it has a password, or is "
		    "an old .xls; save it as .xlsx without a password");
	if (u->packed < 4 || memcmp(data, "PK", 2) != 0)
		return fault(u, DIAG_XLSX_SYNTAX, "not an .xlsx file; save "
		    "it as one, or as .csv");
	return 0;
}

int
xlsxzip_open(struct xlsxzip *zip, const char *path, const void *data,
    size_t len, struct diag *d)
{
	struct unpack u = { 0 };
	int rc;

	memset(zip, 0, sizeof(*zip));
	u.zip = zip;
	u.path = path;
	u.packed = len;
	u.d = d;
	if (check_kind(&u, data) == -1)
		return -1;
	u.archive = archive_read_new();
	if (u.archive == NULL)
		return diag_add(d, DIAG_SYSTEM, NULL, "cannot make a zip "
		    "reader");
	if (archive_read_support_format_zip_seekable(u.archive) !=
	    ARCHIVE_OK || archive_read_open_memory(u.archive, data, len) !=
	    ARCHIVE_OK)
		rc = damaged(&u);
	else
		rc = take_all(&u);
	archive_read_free(u.archive);
	return rc;
}

const struct buf *
xlsxzip_part(const struct xlsxzip *zip, const char *name)
{
	size_t i;

	for (i = 0; i < zip->n; i++)
		if (strcasecmp(zip->v[i].name, name) == 0)
			return &zip->v[i].text;
	return NULL;
}

void
xlsxzip_release(struct xlsxzip *zip)
{
	size_t i;

	for (i = 0; i < zip->n; i++) {
		free(zip->v[i].name);
		buf_release(&zip->v[i].text);
	}
	free(zip->v);
	memset(zip, 0, sizeof(*zip));
}
