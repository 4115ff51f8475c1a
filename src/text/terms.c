/*
 * An Aho-Corasick automaton over case-folded code points, with one blank for
 * each run of white space.
 */
#include "text/terms.h"

#include <stdint.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"

#define NONE UINT32_MAX
#define ROOT 0
#define ASCII 128
#define WINDOW 256 /* symbols whose places fit on the stack; a power of 2 */

struct form {
	struct form *next; /* of the same folded spelling */
	const char *exact; /* required spelling, or NULL */
	size_t term;
};

struct state {
	uint32_t symbol;
	uint32_t child; /* first of a list of siblings */
	uint32_t sibling;
	uint32_t fail;
	uint32_t shorter; /* nearest state with forms on the fail chain */
	uint32_t depth;
	struct form *forms;
};

struct rw_term_index {
	struct rw_arena *arena;
	struct state *states;
	uint32_t count, cap;
	uint32_t deepest;
	uint32_t top[ASCII]; /* children of the root by ASCII symbol */
};

/* A walk over text, symbol by symbol. */
struct reader {
	const char *text;
	size_t len, at;
};

static bool is_space(uint32_t c)
{
	return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r')
			: u_isUWhiteSpace((UChar32)c);
}

static bool is_word(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		       (c >= 'A' && c <= 'Z');
	return u_isalnum((UChar32)c) ||
	       (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) != 0;
}

static uint32_t fold(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	return (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT);
}

/* The next symbol; the reader must not be at its end. */
static uint32_t next_symbol(struct reader *in)
{
	size_t size = 1;
	uint32_t c = (unsigned char)in->text[in->at];

	if (c >= 0x80)
		c = rw_utf8_decode(in->text + in->at, in->len - in->at, &size);
	in->at += size;
	if (!is_space(c))
		return fold(c);
	while (in->at < in->len) {
		c = rw_utf8_decode(in->text + in->at, in->len - in->at, &size);
		if (!is_space(c))
			break;
		in->at += size;
	}
	return ' ';
}

static uint32_t new_state(struct rw_term_index *index, uint32_t symbol,
			  uint32_t depth)
{
	struct state *state;

	if (index->count == index->cap) {
		index->cap = index->cap ? index->cap * 2 : 256;
		index->states = rw_realloc(index->states,
					   index->cap * sizeof(*index->states));
	}
	state = &index->states[index->count];
	*state = (struct state){ symbol, NONE, NONE, ROOT, NONE, depth, NULL };
	return index->count++;
}

static uint32_t child_of(const struct rw_term_index *index, uint32_t state,
			 uint32_t symbol)
{
	uint32_t child;

	if (state == ROOT && symbol < ASCII)
		return index->top[symbol];
	child = index->states[state].child;
	while (child != NONE && index->states[child].symbol != symbol)
		child = index->states[child].sibling;
	return child;
}

static uint32_t add_child(struct rw_term_index *index, uint32_t state,
			  uint32_t symbol)
{
	uint32_t child =
		new_state(index, symbol, index->states[state].depth + 1);

	index->states[child].sibling = index->states[state].child;
	index->states[state].child = child;
	if (state == ROOT && symbol < ASCII)
		index->top[symbol] = child;
	return child;
}

static void release_states(void *object)
{
	struct rw_term_index *index = object;

	rw_free(index->states);
}

struct rw_term_index *rw_term_index_new(struct rw_arena *arena)
{
	struct rw_term_index *index = rw_arena_zalloc(arena, sizeof(*index));

	index->arena = arena;
	for (size_t i = 0; i < ASCII; i++)
		index->top[i] = NONE;
	new_state(index, 0, 0);
	rw_arena_defer(arena, release_states, index);
	return index;
}

/* 'form' without white space at its ends. */
static struct reader trimmed(const char *form)
{
	struct reader in = { form, strlen(form), 0 };
	size_t size, end = 0;

	for (size_t at = 0; at < in.len; at += size) {
		uint32_t c = rw_utf8_decode(form + at, in.len - at, &size);

		if (is_space(c))
			continue;
		if (end == 0)
			in.at = at;
		end = at + size;
	}
	in.len = end;
	return in;
}

void rw_term_index_add(struct rw_term_index *index, const char *form,
		       bool exact_case, size_t term)
{
	struct reader in = trimmed(form);
	const char *begin = form + in.at;
	struct form **place, *added;
	uint32_t state = ROOT;

	while (in.at < in.len) {
		uint32_t symbol = next_symbol(&in);
		uint32_t child = child_of(index, state, symbol);

		state = child != NONE ? child : add_child(index, state, symbol);
	}
	if (state == ROOT)
		return;
	added = rw_arena_zalloc(index->arena, sizeof(*added));
	added->term = term;
	if (exact_case)
		added->exact = rw_arena_strndup(
			index->arena, begin, in.len - (size_t)(begin - form));
	place = &index->states[state].forms;
	while (*place)
		place = &(*place)->next;
	*place = added;
	if (index->states[state].depth > index->deepest)
		index->deepest = index->states[state].depth;
}

static uint32_t step(const struct rw_term_index *index, uint32_t state,
		     uint32_t symbol)
{
	uint32_t child;

	while ((child = child_of(index, state, symbol)) == NONE &&
	       state != ROOT)
		state = index->states[state].fail;
	return child == NONE ? ROOT : child;
}

static void link_state(struct rw_term_index *index, uint32_t parent,
		       uint32_t at)
{
	struct state *state = &index->states[at];
	const struct state *fail;

	if (parent != ROOT)
		state->fail =
			step(index, index->states[parent].fail, state->symbol);
	fail = &index->states[state->fail];
	state->shorter = fail->forms ? state->fail : fail->shorter;
}

void rw_term_index_seal(struct rw_term_index *index)
{
	uint32_t *queue = rw_malloc(index->count * sizeof(*queue));
	uint32_t head = 0, tail = 0;

	queue[tail++] = ROOT;
	while (head < tail) {
		uint32_t parent = queue[head++];
		uint32_t child = index->states[parent].child;

		for (; child != NONE; child = index->states[child].sibling) {
			link_state(index, parent, child);
			queue[tail++] = child;
		}
	}
	rw_free(queue);
}

/* Equal bytes but for runs of white space. */
static bool same_spelling(const char *exact, const char *text, size_t len)
{
	struct reader a = { exact, strlen(exact), 0 }, b = { text, len, 0 };

	while (a.at < a.len && b.at < b.len) {
		size_t from_a = a.at, from_b = b.at;

		if (next_symbol(&a) == ' ') {
			if (next_symbol(&b) != ' ')
				return false;
			continue;
		}
		next_symbol(&b);
		if (a.at - from_a != b.at - from_b ||
		    memcmp(exact + from_a, text + from_b, a.at - from_a) != 0)
			return false;
	}
	return a.at == a.len && b.at == b.len;
}

static bool word_before(const char *text, size_t at)
{
	size_t begin = at, size;

	if (at == 0)
		return false;
	do {
		begin--;
	} while (begin > 0 && at - begin < 4 && (text[begin] & 0xC0) == 0x80);
	return is_word(rw_utf8_decode(text + begin, at - begin, &size));
}

static bool word_after(const char *text, size_t len, size_t at)
{
	size_t size;

	return at < len && is_word(rw_utf8_decode(text + at, len - at, &size));
}

/* One search: where the latest symbols began, and the best hit so far. */
struct search {
	const struct rw_term_index *index;
	struct reader in;
	size_t *begins;	   /* ring of places */
	size_t mask, read; /* of the ring; symbols read */
	size_t end;	   /* of the symbol last read */
	struct rw_term_hit *hit;
	bool found;
};

static size_t begin_of(const struct search *s, size_t depth)
{
	return s->begins[(s->read - depth) & s->mask];
}

static const struct form *form_at(const struct search *s, uint32_t state,
				  size_t from)
{
	const struct form *form = s->index->states[state].forms;
	const char *text = s->in.text;

	while (form && form->exact &&
	       !same_spelling(form->exact, text + from, s->end - from))
		form = form->next;
	return form;
}

/* Looks at the forms that end here, the longest first. */
static void collect(struct search *s, uint32_t state)
{
	const struct state *states = s->index->states;
	const char *text = s->in.text;

	if (!states[state].forms)
		state = states[state].shorter;
	if (state == NONE || word_after(text, s->in.len, s->end))
		return;
	for (; state != NONE; state = states[state].shorter) {
		size_t from = begin_of(s, states[state].depth);
		const struct form *form;

		if (s->found && from > s->hit->from)
			return;
		form = word_before(text, from) ? NULL : form_at(s, state, from);
		if (form) {
			*s->hit = (struct rw_term_hit){ from, s->end,
							form->term };
			s->found = true;
			return;
		}
	}
}

static void run(struct search *s)
{
	uint32_t state = ROOT;

	while (s->in.at < s->in.len) {
		size_t from = s->in.at;
		uint32_t symbol = next_symbol(&s->in);

		s->begins[s->read++ & s->mask] = from;
		s->end = s->in.at;
		state = step(s->index, state, symbol);
		/* Nothing that is still open began at or before the hit. */
		if (s->found &&
		    (state == ROOT ||
		     begin_of(s, s->index->states[state].depth) > s->hit->from))
			return;
		if (state != ROOT)
			collect(s, state);
	}
}

bool rw_term_index_find(const struct rw_term_index *index, const char *text,
			size_t len, size_t start, struct rw_term_hit *hit)
{
	size_t places[WINDOW];
	struct search s = { .index = index,
			    .in = { text, len, start },
			    .begins = places,
			    .mask = WINDOW - 1,
			    .hit = hit };

	if (index->deepest == 0)
		return false;
	while (s.mask < index->deepest)
		s.mask = s.mask * 2 + 1;
	if (s.mask >= WINDOW)
		s.begins = rw_malloc((s.mask + 1) * sizeof(*s.begins));
	run(&s);
	if (s.begins != places)
		rw_free(s.begins);
	return s.found;
}
