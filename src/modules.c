/* Modules: the Markdown files that documents include, each read once. */
#include "modules.h"

#include <stddef.h>
#include <stdlib.h>

#include "diag.h"
#include "mem.h"
#include "yml.h"

struct modules {
	struct strs	 paths;
	struct buf	*texts;		/* each of a path */
};

static void
add(struct modules *modules, struct texts *texts, size_t i)
{
	struct markdown_text md;
	struct diag ignored = { 0 };
	const struct buf *text = &modules->texts[i];
	struct front front;

	if (yml_front(modules->paths.v[i], buf_str(text), text->len, &front,
	    &ignored) != -1) {
		md = markdown_body(modules->paths.v[i], buf_str(text),
		    text->len, front.body, front.body_line0,
		    MARKDOWN_HOLES | MARKDOWN_RULES);
		texts_add(texts, &md);
	}
	diag_release(&ignored);
}

struct modules *
modules_read(const struct roots *roots, struct texts *texts)
{
	struct diag ignored = { 0 };
	struct modules *modules;
	struct strs files = { 0 };
	size_t i;

	path_list(roots, PATH_SHIPPED "templates/rules", ".md", 0, &files,
	    &ignored);
	path_list(roots, "documents/rules", ".md", 0, &files, &ignored);
	modules = mem_zalloc(sizeof(*modules));
	modules->texts = mem_zalloc((files.n + 1) * sizeof(struct buf));
	for (i = 0; i < files.n; i++)
		if (path_read_text(roots, files.v[i], PATH_TEXT_MAX,
		    &modules->texts[modules->paths.n], NULL, &ignored) == 0)
			strs_add(&modules->paths, files.v[i]);
		else
			buf_clear(&modules->texts[modules->paths.n]);
	for (i = 0; i < modules->paths.n; i++)
		add(modules, texts, i);
	strs_release(&files);
	diag_release(&ignored);
	return modules;
}

const struct buf *
modules_text(const struct modules *modules, const char *path)
{
	ptrdiff_t i;

	i = modules == NULL ? -1 : strs_find(&modules->paths, path);
	return i == -1 ? NULL : &modules->texts[i];
}

void
modules_free(struct modules *modules)
{
	size_t i;

	if (modules == NULL)
		return;
	for (i = 0; i <= modules->paths.n; i++)
		buf_release(&modules->texts[i]);
	free(modules->texts);
	strs_release(&modules->paths);
	free(modules);
}
