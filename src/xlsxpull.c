/* One XML part of an XLSX file, element by element. */
#include "xlsxpull.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

int
pull_fault(struct pull *pull, enum diag_code code, const char *fmt, ...)
{
	struct place at = { 0 };
	va_list ap;
	char *text;

	if (pull->failed)
		return -1;
	pull->failed = 1;
	va_start(ap, fmt);
	text = mem_vprintf(fmt, ap);
	va_end(ap);
	at.path = pull->path;
	diag_add(pull->d, code, &at, "cannot read \"%s\" of the workbook: %s",
	    pull->part, text);
	free(text);
	return -1;
}

/* Keeps what libxml2 says first. */
static void
on_error(void *arg, xmlErrorPtr error)
{
	struct pull *pull = arg;

	if (pull->said != NULL || error == NULL || error->message == NULL)
		return;
	pull->said = mem_strndup(error->message, strcspn(error->message,
	    "\n"));
}

/* Does TEXT declare a document type, in UTF-8 or UTF-16? */
static int
has_doctype(const struct buf *text)
{
	static const char eight[] = "<!DOCTYPE";
	char sixteen[2 * sizeof(eight)] = "";
	size_t i;

	for (i = 0; i + 1 < sizeof(eight); i++)
		sixteen[2 * i] = eight[i];
	return memmem(buf_str(text), text->len, eight, 9) != NULL ||
	    memmem(buf_str(text), text->len, sixteen, 17) != NULL;
}

void
pull_begin(struct pull *pull, const char *path, const char *part,
    const struct buf *text, struct diag *d)
{
	memset(pull, 0, sizeof(*pull));
	pull->path = path;
	pull->part = part;
	pull->d = d;
	if (has_doctype(text)) {
		pull_fault(pull, DIAG_XML_DOCTYPE, "a DOCTYPE is refused");
		return;
	}
	pull->reader = xmlReaderForMemory(buf_str(text), (int)text->len,
	    NULL, NULL, XML_PARSE_NONET);
	if (pull->reader == NULL) {
		pull_fault(pull, DIAG_SYSTEM, "no XML reader");
		return;
	}
	xmlTextReaderSetStructuredErrorHandler(pull->reader, on_error, pull);
}

/* Is the node that was read one that is passed on?  -1: it is refused. */
static int
take_node(struct pull *pull)
{
	xmlTextReaderPtr reader = pull->reader;

	pull->name = (const char *)xmlTextReaderConstLocalName(reader);
	switch (xmlTextReaderNodeType(reader)) {
	case XML_READER_TYPE_ELEMENT:
		pull->event = PULL_START;
		pull->empty = xmlTextReaderIsEmptyElement(reader) == 1;
		return 1;
	case XML_READER_TYPE_END_ELEMENT:
		pull->event = PULL_END;
		return 1;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		pull->event = PULL_TEXT;
		pull->text = (const char *)xmlTextReaderConstValue(reader);
		return pull->text != NULL;
	case XML_READER_TYPE_DOCUMENT_TYPE:
		return pull_fault(pull, DIAG_XML_DOCTYPE,
		    "a DOCTYPE is refused");
	case XML_READER_TYPE_ENTITY_REFERENCE:
		return pull_fault(pull, DIAG_XLSX_SYNTAX,
		    "an entity is refused");
	default:
		return 0;
	}
}

int
pull_next(struct pull *pull)
{
	int rc;

	while (!pull->failed) {
		rc = xmlTextReaderRead(pull->reader);
		if (rc == 0)
			return 0;
		if (rc < 0)
			pull_fault(pull, DIAG_XLSX_SYNTAX, "%s",
			    pull->said == NULL ? "XML that is not "
			    "well-formed" : pull->said);
		else if (take_node(pull) == 1)
			return 1;
	}
	return 0;
}

int
pull_starts(const struct pull *pull, const char *name)
{
	return pull->event == PULL_START && strcmp(pull->name, name) == 0;
}

int
pull_ends(const struct pull *pull, const char *name)
{
	return pull->event == PULL_END && strcmp(pull->name, name) == 0;
}

char *
pull_attr(struct pull *pull, const char *name)
{
	xmlTextReaderPtr reader = pull->reader;
	char *value = NULL;
	int more;

	more = xmlTextReaderMoveToFirstAttribute(reader);
	for (; more == 1 && value == NULL;
	    more = xmlTextReaderMoveToNextAttribute(reader))
		if (!xmlTextReaderIsNamespaceDecl(reader) &&
		    strcmp((const char *)xmlTextReaderConstLocalName(reader),
		    name) == 0)
			value = mem_strdup((const char *)
			    xmlTextReaderConstValue(reader));
	xmlTextReaderMoveToElement(reader);
	return value;
}

int
pull_end(struct pull *pull)
{
	if (pull->reader != NULL)
		xmlFreeTextReader(pull->reader);
	free(pull->said);
	pull->reader = NULL;
	pull->said = NULL;
	return pull->failed ? -1 : 0;
}
