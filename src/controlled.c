/* The controlled text of a document: what an approval approves. */
#include "controlled.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "sha.h"
#include "xml.h"

/* DocBook's elements that stand within a line. */
static const char *const inlines[] = {
	"emphasis", "link", "literal", "phrase", "code", "quote",
	"inlinemediaobject", "subscript", "superscript"
};

int
controlled_is_block(const xmlNode *node)
{
	size_t i;

	for (i = 0; i < sizeof(inlines) / sizeof(*inlines); i++)
		if (strcmp((const char *)node->name, inlines[i]) == 0)
			return 0;
	return 1;
}

/* Each value of NODE and of its children: "; likelihood 1 rare". */
static void
add_settings(struct buf *out, const xmlNode *node)
{
	const xmlAttr *attr;
	const xmlNode *child;

	buf_putc(out, ';');
	for (attr = node->properties; attr != NULL; attr = attr->next)
		if (attr->ns == NULL && attr->children != NULL &&
		    attr->children->content != NULL)
			buf_printf(out, " %s", attr->children->content);
	for (child = node->children; child != NULL; child = child->next)
		if (child->type == XML_TEXT_NODE)
			buf_printf(out, " %s", child->content);
	for (child = xml_first(node, NULL); child != NULL;
	    child = xml_next(child, NULL))
		add_settings(out, child);
}

char *
controlled_insert(const xmlNode *insert)
{
	struct buf out = { 0 };
	const char *name, *args;
	const xmlNode *carried;

	name = xml_get(insert, "name");
	args = xml_get(insert, "args");
	buf_printf(&out, "{{%s%s%s", name == NULL ? "" : name,
	    args == NULL ? "" : " ", args == NULL ? "" : args);
	carried = xml_first(insert, "i:risk-method");
	if (carried != NULL)
		add_settings(&out, carried);
	buf_puts(&out, "}}");
	return buf_detach(&out);
}

static void
add_words(struct buf *out, const char *s, int *gap)
{
	static const char blanks[] = " \t\r\n";
	size_t len;

	for (; *s != '\0'; s += len) {
		len = strspn(s, blanks);
		if (len > 0) {
			*gap = 1;
			continue;
		}
		len = strcspn(s, blanks);
		if (*gap && out->len > 0)
			buf_putc(out, ' ');
		*gap = 0;
		buf_add(out, s, len);
	}
}

static int
is_deleted(const xmlNode *node)
{
	const char *flag;

	flag = xml_get(node, "revisionflag");
	return flag != NULL && strcmp(flag, "deleted") == 0;
}

static void
walk(const xmlNode *node, struct buf *out, int *gap)
{
	char *word;
	int block;

	if (node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE) {
		add_words(out, (const char *)node->content, gap);
		return;
	}
	if (node->type == XML_PI_NODE)
		*gap = 1;
	if (node->type != XML_ELEMENT_NODE || is_deleted(node))
		return;
	block = controlled_is_block(node);
	if (xml_is(node, "i:insert")) {
		word = controlled_insert(node);
		add_words(out, word, gap);
		free(word);
		return;
	}
	*gap |= block;
	for (node = node->children; node != NULL; node = node->next)
		walk(node, out, gap);
	*gap |= block;
}

/* What a record says of itself; a document has none of it. */
static void
add_facts(const xmlNode *record, struct buf *out, int *gap)
{
	static const char *const names[] = { "date", "held-by" };
	const char *value;
	xmlNodePtr node;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		value = xml_get(record, names[i]);
		*gap = 1;
		add_words(out, value == NULL ? "" : value, gap);
	}
	for (node = xml_first(record, "i:participant"); node != NULL;
	    node = xml_next(node, "i:participant"))
		walk(node, out, gap);
}

int
controlled_is_digest(const char *s)
{
	return strncmp(s, "v1:", 3) == 0 && sha_is_hex(s + 3);
}

void
controlled_digest(const xmlNode *document, char digest[CONTROLLED_DIGEST])
{
	struct buf words = { 0 };
	const xmlNode *body;
	const char *title;
	char hex[SHA_HEX];
	int gap = 0;

	title = xml_get(document, "title");
	add_words(&words, title == NULL ? "" : title, &gap);
	if (xml_is(document, "i:record"))
		add_facts(document, &words, &gap);
	gap = 1;
	body = xml_first(document, "i:body");
	if (body != NULL)
		walk(body, &words, &gap);
	sha_hex(buf_str(&words), words.len, hex);
	snprintf(digest, CONTROLLED_DIGEST, "v1:%s", hex);
	buf_release(&words);
}
