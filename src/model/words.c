/*
 * Interface words: one map per language, filled from the library upwards.
 */
#include <string.h>

#include "base/map.h"
#include "base/memory.h"
#include "model/inherit.h"
#include "model/words.h"

struct rw_words {
	struct rw_map *map; /* "key" or "key/form" -> text */
	const char **keys;  /* of words for pages, in byte order */
	size_t count;
};

static void release(void *object)
{
	struct rw_words *words = object;

	rw_map_free(words->map);
	rw_free(words->keys);
}

static void add_plural(struct rw_words *words, struct rw_arena *arena,
		       const struct rw_node *plural)
{
	struct rw_node *form = rw_node_child(plural, "form");

	for (; form != NULL; form = rw_node_next_element(form, "form"))
		rw_map_put(words->map,
			   rw_arena_printf(arena, "%s/%s",
					   rw_node_attr(plural, "key"),
					   rw_node_attr(form, "count")),
			   rw_node_text(arena, form));
}

static int add_entry(struct rw_words *words, struct rw_workspace *ws,
		     struct rw_arena *arena, struct rw_entry *entry,
		     struct rw_diags *diags)
{
	struct rw_node *root, *n;

	if (entry == NULL)
		return 0;
	if (add_entry(words, ws, arena, entry->lower, diags) != 0)
		return -1;
	root = rw_entry_root(ws, entry, diags);
	if (root == NULL)
		return -1;
	for (n = rw_node_child(root, NULL); n != NULL;
	     n = rw_node_next_element(n, NULL)) {
		if (rw_node_is(n, "plural"))
			add_plural(words, arena, n);
		else if (rw_node_is(n, "word"))
			rw_map_put(words->map, rw_node_attr(n, "key"),
				   rw_node_text(arena, n));
	}
	return 0;
}

static struct rw_entry *nearest(struct rw_workspace *ws, const char *lang)
{
	struct rw_buf stem = RW_BUF_INIT;
	struct rw_entry *entry =
		rw_workspace_find(ws, RW_KIND_WORDS, lang, NULL);

	rw_buf_add(&stem, lang, strcspn(lang, "-"));
	if (entry == NULL)
		entry = rw_workspace_find(ws, RW_KIND_WORDS, stem.data, NULL);
	if (entry == NULL)
		entry = rw_workspace_find(ws, RW_KIND_WORDS, "en", NULL);
	rw_buf_release(&stem);
	return entry;
}

/*
 * Words that pages show by themselves. The others are already where they
 * belong: in labels and in the texts beside values.
 */
static bool is_for_pages(const char *key)
{
	static const char *const prefixes[] = {
		"ui.",	"state.",	"draft",
		"made", "section.note", "section.about"
	};

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
		if (strncmp(key, prefixes[i], strlen(prefixes[i])) == 0)
			return true;
	return false;
}

static void *make(struct rw_workspace *ws, struct rw_arena *arena,
		  void *context, struct rw_diags *diags)
{
	struct rw_words *words = rw_arena_zalloc(arena, sizeof(*words));
	struct rw_entry *entry = nearest(ws, context);
	size_t all;

	if (entry == NULL) {
		rw_report(diags, RW_REFERENCE_UNKNOWN, RW_NOWHERE, "words",
			  context, NULL);
		return NULL;
	}
	if (!rw_lang_same(entry->id, context))
		rw_report(diags, RW_LANGUAGE_WORDS, RW_NOWHERE, context, NULL,
			  NULL);
	words->map = rw_map_new();
	rw_arena_defer(arena, release, words);
	if (add_entry(words, ws, arena, entry, diags) != 0)
		return NULL;
	words->keys = rw_map_keys(words->map);
	all = rw_map_count(words->map);
	for (size_t i = 0; i < all; i++)
		if (strchr(words->keys[i], '/') == NULL &&
		    is_for_pages(words->keys[i]))
			words->keys[words->count++] = words->keys[i];
	return words;
}

const struct rw_words *rw_words_load(struct rw_workspace *ws, const char *lang,
				     struct rw_diags *diags)
{
	struct rw_buf key = RW_BUF_INIT;
	const struct rw_words *words;

	rw_buf_printf(&key, "words/%s", lang);
	words = rw_workspace_once(ws, key.data, make, (void *)lang, diags);
	rw_buf_release(&key);
	return words;
}

const char *rw_words_get(const struct rw_words *words, const char *key)
{
	return rw_map_get(words->map, key);
}

const char *rw_words_get2(const struct rw_words *words, const char *prefix,
			  const char *name)
{
	struct rw_buf key = RW_BUF_INIT;
	const char *word;

	rw_buf_puts(&key, prefix);
	rw_buf_putc(&key, '.');
	rw_buf_puts(&key, name);
	word = rw_words_get(words, key.data);
	rw_buf_release(&key);
	return word;
}

const char *rw_words_region(const struct rw_words *words, const char *country,
			    const char *region)
{
	struct rw_buf key = RW_BUF_INIT;
	const char *word;

	if (country == NULL || region == NULL)
		return NULL;
	rw_buf_printf(&key, "region.%s-%s", country, region);
	word = rw_words_get(words, key.data);
	rw_buf_release(&key);
	return word;
}

bool rw_words_region_is_code(const char *country)
{
	static const char *const by_code[] = { "US", "CA", "AU" };

	for (size_t i = 0; i < sizeof(by_code) / sizeof(by_code[0]); i++)
		if (strcmp(country, by_code[i]) == 0)
			return true;
	return false;
}

/* 'template' with %1 and %2 replaced. */
static char *fill(struct rw_arena *arena, const char *template, const char *a1,
		  const char *a2)
{
	struct rw_buf out = RW_BUF_INIT;
	char *text;

	for (const char *p = template; *p != '\0'; p++) {
		if (p[0] == '%' && p[1] == '1')
			rw_buf_puts(&out, a1 ? a1 : "");
		else if (p[0] == '%' && p[1] == '2')
			rw_buf_puts(&out, a2 ? a2 : "");
		else {
			rw_buf_putc(&out, *p);
			continue;
		}
		p++;
	}
	text = rw_arena_strndup(arena, out.data, out.len);
	rw_buf_release(&out);
	return text;
}

char *rw_words_format(const struct rw_words *words, struct rw_arena *arena,
		      const char *key, const char *a1, const char *a2)
{
	const char *word = rw_words_get(words, key);

	return fill(arena, word ? word : key, a1, a2);
}

char *rw_words_count(const struct rw_words *words, struct rw_arena *arena,
		     struct rw_locale *locale, const char *key,
		     rw_decimal count)
{
	const char *form = rw_locale_plural(locale, count);
	const char *word =
		rw_words_get(words, rw_arena_printf(arena, "%s/%s", key, form));

	if (word == NULL)
		word = rw_words_get(words,
				    rw_arena_printf(arena, "%s/other", key));
	return fill(arena, word ? word : key,
		    rw_locale_number(locale, arena, count), NULL);
}

void rw_words_copy(const struct rw_words *words, struct rw_node *parent)
{
	struct rw_node *list = rw_node_add(parent, RW_NS, "words");

	for (size_t i = 0; i < words->count; i++) {
		const char *key = words->keys[i];
		struct rw_node *word = rw_node_add_with_text(
			list, RW_NS, "word", rw_words_get(words, key));

		rw_node_set_attr(word, "key", key);
	}
}
