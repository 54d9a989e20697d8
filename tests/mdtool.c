/* Test program: Markdown to a DocBook article, as markdown.h makes it. */
#include <cmark.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "diag.h"
#include "markdown.h"
#include "xml.h"

/*
 * mdtool [--rules] [--holes] [--no-template] [--ids ID] [--plain] [--batch]
 *     [--literals] [--path NAME] [--line0 N] [FILE]
 *
 * Prints the article for FILE or standard input, messages on standard error;
 * exit status as of ismsdoc.  --no-template undoes --holes.  --plain leaves
 * out our attributes and elements, so that the article is valid DocBook.
 * --batch reads several texts, each ended by a NUL, and ends each result so.
 * --literals prints what cmark has as literals instead, each ended by a NUL,
 * a text by another.
 */
struct options {
	struct markdown_text md;
	const char	*ids;
	int		 plain;
	int		 batch;
	int		 literals;
};

static void
read_all(FILE *in, struct buf *out)
{
	char chunk[8192];
	size_t n;

	while ((n = fread(chunk, 1, sizeof(chunk), in)) > 0)
		buf_add(out, chunk, n);
}

/* Take what is ours out of NODE. */
static void
strip(xmlNodePtr node)
{
	xmlNodePtr child, next;
	xmlAttrPtr attr, next_attr;

	for (attr = node->properties; attr != NULL; attr = next_attr) {
		next_attr = attr->next;
		if (attr->ns != NULL && strcmp((const char *)attr->ns->href,
		    XML_NS_I) == 0)
			xmlRemoveProp(attr);
	}
	for (child = node->children; child != NULL; child = next) {
		next = child->next;
		if (child->type != XML_ELEMENT_NODE)
			continue;
		if (strcmp((const char *)child->ns->href, XML_NS_I) == 0)
			xml_remove(child);
		else
			strip(child);
	}
}

/* A line feed before each element where elements alone stand, to read by. */
static void
break_lines(xmlNodePtr node)
{
	static const char names[] = " article section itemizedlist "
	    "orderedlist listitem blockquote table informaltable thead "
	    "tbody tr mediaobject ";
	char name[64];
	xmlNodePtr child;

	snprintf(name, sizeof(name), " %s ", (const char *)node->name);
	for (child = node->children; child != NULL; child = child->next) {
		if (child->type == XML_ELEMENT_NODE)
			break_lines(child);
		if (strstr(names, name) != NULL)
			xmlAddPrevSibling(child, xmlNewDocText(node->doc,
			    BAD_CAST "\n"));
	}
	if (node->children != NULL && strstr(names, name) != NULL)
		xmlAddChild(node, xmlNewDocText(node->doc, BAD_CAST "\n"));
}

static void
convert(const struct options *o, struct diag *d, struct buf *out)
{
	xmlDocPtr doc;
	xmlNodePtr root;

	doc = xml_new("article");
	root = xmlDocGetRootElement(doc);
	xml_set(root, "version", "5.0");
	xml_add_text(xml_add(root, "info"), "title", "t");
	markdown_blocks(&o->md, root, d);
	markdown_nest(root, o->ids, d);
	if (o->plain) {
		strip(root);
		markdown_tidy(root);
	}
	if (xml_next(xml_first(root, NULL), NULL) == NULL)
		xml_add(root, "para");
	break_lines(root);
	xml_write(doc, out);
	xmlFreeDoc(doc);
}

static void
literals(const struct options *o, struct buf *out)
{
	cmark_node *root, *node;
	cmark_iter *iter;
	const char *s;

	root = cmark_parse_document(o->md.text, o->md.len,
	    CMARK_OPT_DEFAULT);
	iter = cmark_iter_new(root);
	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(iter);
		s = cmark_node_get_literal(node);
		if (s == NULL)
			continue;
		buf_puts(out, cmark_node_get_type_string(node));
		buf_putc(out, '\n');
		buf_puts(out, s);
		buf_putc(out, '\0');
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
}

static int
run(struct options *o, const struct buf *in)
{
	static const struct diag_view view = { 0 };
	struct diag d = { 0 };
	struct buf out = { 0 };
	const char *end;
	size_t at = 0;
	int rc;

	do {
		o->md.text = buf_str(in) + at;
		o->md.len = in->len - at;
		end = o->batch ? memchr(o->md.text, '\0', o->md.len) : NULL;
		if (end != NULL)
			o->md.len = (size_t)(end - o->md.text);
		if (o->literals)
			literals(o, &out);
		else
			convert(o, &d, &out);
		if (o->batch)
			buf_putc(&out, '\0');
		at += o->md.len + 1;
	} while (at < in->len);
	fwrite(buf_str(&out), 1, out.len, stdout);
	diag_print(&d, 0, stderr, &view);
	rc = (int)diag_status(&d);
	diag_release(&d);
	buf_release(&out);
	return fflush(stdout) == 0 ? rc : EXIT_SYSTEM;
}

static int
options(int argc, char **argv, struct options *o)
{
	static const struct option known[] = {
		{ "rules", no_argument, NULL, 'r' },
		{ "holes", no_argument, NULL, 'h' },
		{ "no-template", no_argument, NULL, 'n' },
		{ "ids", required_argument, NULL, 'i' },
		{ "plain", no_argument, NULL, 'p' },
		{ "batch", no_argument, NULL, 'b' },
		{ "literals", no_argument, NULL, 'l' },
		{ "path", required_argument, NULL, 'f' },
		{ "line0", required_argument, NULL, '0' },
		{ NULL, 0, NULL, 0 }
	};
	int c, no_holes = 0;

	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1) {
		switch (c) {
		case 'r': o->md.flags |= MARKDOWN_RULES; break;
		case 'h': o->md.flags |= MARKDOWN_HOLES; break;
		case 'n': no_holes = 1; break;
		case 'i': o->ids = optarg; break;
		case 'p': o->plain = 1; break;
		case 'b': o->batch = 1; break;
		case 'l': o->literals = 1; break;
		case 'f': o->md.path = optarg; break;
		case '0': o->md.line0 = atoi(optarg); break;
		default: return -1;
		}
	}
	if (no_holes)
		o->md.flags &= ~(unsigned)MARKDOWN_HOLES;
	return 0;
}

int
main(int argc, char **argv)
{
	struct options o = { 0 };
	struct buf in = { 0 };
	FILE *file = stdin;
	int rc;

	if (options(argc, argv, &o) != 0)
		return EXIT_USAGE;
	if (optind < argc)
		file = fopen(argv[optind], "rb");
	if (file == NULL) {
		perror(argv[optind]);
		return EXIT_SYSTEM;
	}
	if (o.md.path == NULL)
		o.md.path = optind < argc ? strrchr(argv[optind], '/') !=
		    NULL ? strrchr(argv[optind], '/') + 1 : argv[optind] :
		    "stdin";
	read_all(file, &in);
	fclose(file);
	xml_setup();
	rc = run(&o, &in);
	xml_teardown();
	buf_release(&in);
	return rc;
}
