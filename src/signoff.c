/* Signing off: a record's date, role and digest into its front matter. */
#include "signoff.h"

#include <stdlib.h>
#include <string.h>

#include "controlled.h"
#include "frontset.h"
#include "store.h"
#include "template.h"
#include "xml.h"

static int
check(const xmlNode *record, const char *digest, const char *today,
    const struct place *at, struct diag *d)
{
	const char *id, *sum, *date;

	id = xml_get(record, "id");
	date = xml_get(record, "date");
	sum = xml_get(record, "sha256");
	if (date != NULL && strcmp(date, today) > 0)
		return diag_add(d, DIAG_RECORD, at, "\"%s\" cannot be signed "
		    "off yet: it says that it happened on %s", id, date);
	if (sum != NULL && strcmp(sum, digest) == 0)
		return diag_add(d, DIAG_RECORD, at, "\"%s\" was signed off "
		    "on %s already, and has not changed since", id,
		    xml_get(record, "signed-off"));
	return 0;
}

static int
prepare(struct signoff *signoff, const struct roots *roots,
    const xmlNode *record, const char *by, const char *today,
    struct diag *d)
{
	char digest[CONTROLLED_DIGEST];
	struct frontset_key keys[] = {
		{ "signed-off", today, 0, NULL },
		{ "signed-by", by, 0, NULL },
		{ "sha256", digest, 0, NULL }
	};
	struct place at;

	at = template_place(record, &signoff->path);
	controlled_digest(record, digest);
	if (check(record, digest, today, &at, d) == -1 ||
	    path_read(roots, signoff->path, PATH_TEXT_MAX, &signoff->text,
	    NULL, d) == -1)
		return -1;
	return frontset(&signoff->text, signoff->path, keys,
	    sizeof(keys) / sizeof(*keys), d);
}

int
signoffs_take(struct signoffs *signoffs, const struct roots *roots,
    const xmlNode *record, const char *by, const char *today,
    struct diag *d)
{
	struct signoff *signoff;

	signoffs->items = mem_resize(signoffs->items, signoffs->n + 1,
	    sizeof(*signoffs->items));
	signoff = &signoffs->items[signoffs->n++];
	memset(signoff, 0, sizeof(*signoff));
	return prepare(signoff, roots, record, by, today, d);
}

int
signoffs_write(const struct signoffs *signoffs, const struct roots *roots,
    struct diag *d)
{
	const struct signoff *signoff;
	size_t i;

	for (i = 0; i < signoffs->n; i++) {
		signoff = &signoffs->items[i];
		if (store_write(roots, signoff->path,
		    buf_str(&signoff->text), signoff->text.len, d) == -1)
			return -1;
	}
	return 0;
}

void
signoffs_release(struct signoffs *signoffs)
{
	size_t i;

	for (i = 0; i < signoffs->n; i++) {
		free(signoffs->items[i].path);
		buf_release(&signoffs->items[i].text);
	}
	free(signoffs->items);
	memset(signoffs, 0, sizeof(*signoffs));
}
