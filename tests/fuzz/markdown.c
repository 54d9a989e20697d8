/* Fuzzer entry: any bytes as Markdown, with all flags and with none. */
#include <libxml/tree.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "diag.h"
#include "markdown.h"
#include "xml.h"

/*
 * clang -fsanitize=fuzzer,address,undefined -iquote src with this file and
 * those of src that it needs; tests/markdown is a corpus.  Aborts where what
 * comes out is not well: not well-formed, a mark left over, a place that the
 * text does not have.
 */
int	 LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Lines of the text, as the file counts them. */
static long
count_lines(const char *s, size_t len)
{
	size_t i;
	long n = 1;

	for (i = 0; i < len; i++)
		n += s[i] == '\n' || (s[i] == '\r' && (i + 1 == len ||
		    s[i + 1] != '\n'));
	return n;
}

static void
check_node(const xmlNode *node, long lines)
{
	const char *src, *colon;
	long line, col;

	for (; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		src = xml_get_ns(node, XML_NS_I, "src");
		if (src != NULL) {
			line = strtol(src + 2, NULL, 10);
			colon = strchr(src + 2, ':');
			col = colon == NULL ? 0 : strtol(colon + 1, NULL, 10);
			if (line < 1 || line > lines || col < 1 ||
			    col > 16386)
				abort();
		}
		check_node(node->children, lines);
	}
}

static void
run(const char *text, size_t len, unsigned flags)
{
	struct markdown_text md = { "f", text, len, 0, flags };
	struct diag d = { 0 };
	struct buf out = { 0 };
	xmlDocPtr doc, again;
	xmlNodePtr root;
	size_t i;

	doc = xml_new("article");
	root = xmlDocGetRootElement(doc);
	if (markdown_blocks(&md, root, &d) != 0 && d.nerrors == 0)
		abort();
	markdown_nest(root, "d", &d);
	check_node(root, count_lines(text, len));
	xml_write(doc, &out);
	again = xml_parse(buf_str(&out), out.len, "t.xml", &d);
	if (again == NULL)
		abort();
	for (i = 0; i + 1 < out.len; i++)
		if ((unsigned char)out.data[i] == 0xEE)
			abort();
	xmlFreeDoc(again);
	xmlFreeDoc(doc);
	buf_release(&out);
	diag_release(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int ready;

	if (!ready)
		xml_setup();
	ready = 1;
	run((const char *)data, size, MARKDOWN_RULES | MARKDOWN_HOLES);
	run((const char *)data, size, 0);
	return 0;
}
