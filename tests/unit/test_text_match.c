/*
 * Patterns: what they find, and that evil ones end as errors.
 */
#include "prose_fixture.h"

#include "text/match.h"

static struct rw_pattern *compile(struct fixture *f, const char *pattern,
				  bool caseless)
{
	return rw_pattern_new(f->arena, pattern,
			      caseless ? RW_PATTERN_CASELESS : 0, RW_NOWHERE,
			      f->diags);
}

/* One search from 'start' on. */
static int find(const struct rw_pattern *pattern, const char *subject,
		size_t len, size_t start, size_t *from, size_t *to,
		struct rw_diags *diags)
{
	struct rw_match match = { subject, len, start, start };
	int found = rw_pattern_find(pattern, &match, diags);

	*from = match.from;
	*to = match.to;
	return found;
}

static void finds(void **state)
{
	const char *text = "\xC3\x9C"
			   "ber KPI und kpi";
	struct fixture f;
	struct rw_pattern *pattern;
	size_t from, to, len = strlen(text);

	(void)state;
	fixture_open(&f);
	pattern = compile(&f, "\\bkpi\\b", true);
	assert_int_equal(find(pattern, text, len, 0, &from, &to, f.diags), 1);
	assert_int_equal(from, 6);
	assert_int_equal(to, 9);
	assert_int_equal(find(pattern, text, len, to, &from, &to, f.diags), 1);
	assert_int_equal(from, 14);
	assert_int_equal(find(pattern, text, len, to, &from, &to, f.diags), 0);
	assert_int_equal(find(pattern, text, len, len + 1, &from, &to, f.diags),
			 0);
	pattern = compile(&f,
			  "\xC3\xBC"
			  "BER\\b",
			  true);
	assert_int_equal(find(pattern, text, len, 0, &from, &to, f.diags), 1);
	pattern = compile(&f, "kpi", false);
	assert_int_equal(find(pattern, text, len, 0, &from, &to, f.diags), 1);
	assert_int_equal(from, 14);
	assert_int_equal(rw_diags_count(f.diags, RW_NOTE), 0);
	fixture_close(&f);
}

static void refuses(void **state)
{
	static const char *const bad[] = {
		"(",
		"[a",
		"a\\C",
		"(?<n>a)(?<n>b)",
		"*",
		"\\p{Nope}",
		"(((((((((((((((((((((((((((((((((((((((((((((((((((a"
		")))))))))))))))))))))))))))))))))))))))))))))))))))",
		"(((a{1,100}){1,100}){1,100}){1,100}",
	};
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		fixture_open(&f);
		assert_null(compile(&f, bad[i], false));
		assert_int_equal(rw_diags_count(f.diags, RW_ERROR), 1);
		assert_non_null(strstr(fixture_reports(&f), "RW201"));
		fixture_close(&f);
	}
}

/* Each must end soon, as "no match" or as an error that was reported. */
static void evil(void **state)
{
	static const char *const patterns[] = {
		"^(a+)+$",
		"^(a|a)*$",
		"(a*)*b",
		"^(?:a|b)+c",
		"(*LIMIT_MATCH=4000000000)^(a+)+$",
		"(.*)*x\\1",
		"(?R)?a",
		"^(((a)?)+)+$",
		"(a?){50}a{50}b",
		"(?=(a+))a*b\\1",
	};
	size_t len = 500000, from, to;
	char *text = rw_malloc(len);
	struct fixture f;

	(void)state;
	memset(text, 'a', len);
	text[len - 1] = '!';
	for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++) {
		struct rw_pattern *pattern;
		int rc;

		fixture_open(&f);
		pattern = compile(&f, patterns[i], false);
		assert_non_null(pattern);
		rc = find(pattern, text, len, 0, &from, &to, f.diags);
		assert_int_equal(rc == -1, rw_diags_count(f.diags, RW_ERROR));
		if (rc == -1)
			assert_non_null(strstr(fixture_reports(&f), "RW202"));
		fixture_close(&f);
	}
	rw_free(text);
}

static void odd_subjects(void **state)
{
	struct fixture f;
	struct rw_pattern *pattern;
	size_t from, to, len = 1024 * 1024 + 1;
	char *text = rw_calloc(1, len);

	(void)state;
	fixture_open(&f);
	pattern = compile(&f, "x", false);
	assert_int_equal(find(pattern,
			      "a\xFF"
			      "b",
			      3, 0, &from, &to, f.diags),
			 -1);
	assert_int_equal(find(pattern, text, len, 0, &from, &to, f.diags), -1);
	pattern = compile(&f, "(?=ab\\K)", false);
	if (pattern)
		assert_int_equal(find(pattern, "ab", 2, 0, &from, &to, f.diags),
				 -1);
	fixture_close(&f);
	rw_free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds),
		cmocka_unit_test(refuses),
		cmocka_unit_test(evil),
		cmocka_unit_test(odd_subjects),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
