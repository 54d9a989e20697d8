/* HTML: a tree of nodes written as the text of an HTML5 page. */
#ifndef ISMSDOC_HTML_H
#define ISMSDOC_HTML_H

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"

/*
 * An HTML parser that reads what is written here gets the tree back: that is
 * the whole purpose, and why it is not left to libxml2, whose own serialiser
 * differs between versions.
 *
 *  - The page begins with <!DOCTYPE html> and ends in a line feed; nothing
 *    else is added: no meta, no indentation.  The same tree gives the same
 *    bytes; attributes stand in the order of the tree.
 *  - Elements are written by local name.  Those in no namespace, and in any
 *    other than the two below, are HTML: void elements have no end tag, and
 *    a boolean attribute that is empty or repeats its name is its name.
 *  - Inside <svg> and <math> of their namespaces an element without children
 *    is <path/>.
 *  - In text & < > and U+00A0 are escaped, in attributes " as well; in
 *    script and style of HTML nothing is, see below.  Carriage returns are
 *    left out.
 *  - pre and textarea that begin with a line feed keep it.
 *  - Comments, processing instructions and namespace declarations are left
 *    out, and so are attributes in a namespace (but xlink:* and xml:* of SVG
 *    and MathML).  An instruction whose _private is a struct buf (rows.h) is
 *    that text.
 *
 * What a parser would read as something else is a fault:
 *
 *  - script or style that would end early ("</script", "</style"), or script
 *    with "<!--", after which its own end tag may not end it;
 *  - an element inside script, style, title, textarea, where a parser sees
 *    only characters;
 *  - an element of HTML directly inside SVG or MathML (foreignObject and the
 *    like may hold it);
 *  - anything but blank space inside a void element;
 *  - plaintext, which has no end.
 */

/*
 * Append the page whose root element is ROOT to OUT.  PATH names the page in
 * messages ("html/index.html").  Returns 0, or -1 with messages; then what
 * was appended is of no use.  Depth of the tree costs no stack.
 */
int	 html_write(const xmlNode *root, const char *path, struct buf *out,
	    struct diag *d);

/* The same of NODE, an element of a page. */
int	 html_write_part(const xmlNode *node, const char *path,
	    struct buf *out, struct diag *d);

#endif
