/* XML: safe parsing, and the building of the dossier's nodes. */
#ifndef ISMSDOC_XML_H
#define ISMSDOC_XML_H

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"
#include "path.h"

/*
 * Parsing never touches the network, never expands an entity that the file
 * declares, and refuses any DOCTYPE: without that a small file can take
 * gigabytes.  Lines beyond 65,535 are counted (XML_PARSE_BIG_LINES).
 *
 * Building: nodes are named "i:control" (our namespace), "xlink:href" as an
 * attribute, or "para" (DocBook).  The document's root declares the three
 * namespaces; xml_new makes such a document.
 */

#define XML_NS_I	"urn:ismsdoc:dossier"
#define XML_NS_DB	"http://docbook.org/ns/docbook"
#define XML_NS_XLINK	"http://www.w3.org/1999/xlink"
#define XML_NS_XSL	"http://www.w3.org/1999/XSL/Transform"
#define XML_NS_OSCAL	"http://csrc.nist.gov/ns/oscal/1.0"
#define XML_NS_CATALOG	"urn:ismsdoc:catalog"

/* Once, before any thread: quiet the parser, forbid the network. */
void	 xml_setup(void);
void	 xml_teardown(void);

/*
 * The document at the source path PATH, which the caller frees with
 * xmlFreeDoc.  Its URL is PATH.  NULL with messages: not there, not
 * well-formed, a DOCTYPE.  WHERE as in path_read.
 */
xmlDocPtr	 xml_load(const struct roots *roots, const char *path,
		    const struct place *where, struct diag *d);

/* The same from LEN bytes of text that came from PATH. */
xmlDocPtr	 xml_parse(const char *text, size_t len, const char *path,
		    struct diag *d);

/*
 * The same for a stylesheet or what it loads: character data sections become
 * text, names go into DICT, and the document's URL is URL.
 */
xmlDocPtr	 xml_parse_style(const char *text, size_t len,
		    const char *path, const char *url, xmlDictPtr dict,
		    struct diag *d);

/* A document whose root is NAME and declares i, DocBook and xlink. */
xmlDocPtr	 xml_new(const char *name);

/* A new last child of PARENT ("i:row" or "para"); borrowed. */
xmlNodePtr	 xml_add(xmlNodePtr parent, const char *name);

/* A new node of PARENT's document, not yet linked in. */
xmlNodePtr	 xml_make(xmlNodePtr parent, const char *name);

/*
 * Text at the end of PARENT.  Characters that XML cannot hold are left out,
 * as are carriage returns; broken UTF-8 becomes U+FFFD.
 */
void	 xml_text(xmlNodePtr parent, const char *s, size_t len);

/* xml_add with the text S in it. */
xmlNodePtr	 xml_add_text(xmlNodePtr parent, const char *name,
		    const char *s);

/*
 * Set an attribute ("i:src", "xml:id", "xlink:href" or "name"), filtered as
 * xml_text does; a VALUE of NULL leaves it out.
 */
void	 xml_set(xmlNodePtr node, const char *name, const char *value);
void	 xml_setf(xmlNodePtr node, const char *name, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));

/* i:src="path:line:col"; what is 0 or NULL is left out. */
void	 xml_set_src(xmlNodePtr node, const struct place *at);

/* The attribute's value in no namespace, borrowed from the tree; or NULL. */
const char	*xml_get(const xmlNode *node, const char *name);

/* The attribute LOCAL in the namespace NS, borrowed; or NULL. */
const char	*xml_get_ns(const xmlNode *node, const char *ns,
		    const char *local);

/*
 * The place that i:src of NODE, or of what it is in, names; the path is new
 * memory, in *PATH, or NULL.  An i:cell has none of its own, as there are
 * very many: its row's "starts" is read, "LINE COLUMN [LINE:]COLUMN ...".
 */
struct place	 xml_place(const xmlNode *node, char **path);

/* Is NODE the element NAME ("i:row", "para"; "oscal:control", "xsl:import")? */
int	 xml_is(const xmlNode *node, const char *name);

/* The first child of PARENT, or next sibling of NODE, that is an element */
/* NAME (NULL: any element); NULL where there is none. */
xmlNodePtr	 xml_first(const xmlNode *parent, const char *name);
xmlNodePtr	 xml_next(const xmlNode *node, const char *name);

/* All text below NODE, blank space collapsed and trimmed; new memory. */
char	*xml_words(const xmlNode *node);

/* Line of NODE in its file, right beyond 65,535 too. */
int	 xml_line(const xmlNode *node);

/*
 * Copy the children of FROM to the end of PARENT.  Both are of one document
 * whose root declares all namespaces, so that none is declared again.
 * Elements, text and processing instructions; the depth is that of FROM.
 */
void	 xml_copy_children(xmlNodePtr parent, const xmlNode *from);

/* How many nodes NODE is: itself and all below, attributes not counted. */
size_t	 xml_count(const xmlNode *node);

/*
 * Serialise NODE, which was in WITHIN, as a document of its own: what it uses
 * of the namespaces declared from WITHIN upwards is declared there too.  NODE
 * is in no tree any more, and freed.  Appends to OUT.
 */
void		 xml_pack(xmlNodePtr node, const xmlNode *within,
		    struct buf *out);

/* What xml_pack has made, as a document; NULL where there is no memory. */
xmlDocPtr	 xml_unpack(const struct buf *text);

/* Take NODE out of its tree and free it. */
void	 xml_remove(xmlNodePtr node);

/* The same, with its children left in its place. */
void	 xml_unwrap(xmlNodePtr node);

/*
 * Serialise as UTF-8 with an XML declaration and a final line feed, the
 * bytes the same on every machine: attributes in tree order, no indentation
 * added.  Appends to OUT.
 */
void	 xml_write(xmlDocPtr doc, struct buf *out);

/* The same of NODE alone, as it stands within a document. */
void	 xml_write_part(const xmlNode *node, struct buf *out);

/* Put what xml_write_part wrote, TEXT, before NODE, in whose place it was. */
void	 xml_read_part(xmlNodePtr node, const struct buf *text);

#endif
