/*
 * Dates as tables have them.
 */
#ifndef RW_READ_DAY_H
#define RW_READ_DAY_H

#include <stdint.h>

enum rw_date_order {
	RW_ORDER_NONE, /* not said: what is ambiguous is refused */
	RW_ORDER_YMD,
	RW_ORDER_DMY,
	RW_ORDER_MDY
};

enum rw_day_result {
	RW_DAY_GOOD,
	RW_DAY_UNREADABLE,
	RW_DAY_AMBIGUOUS, /* day or month first? */
	RW_DAY_WEEKDAY,	  /* the day of the week is another */
	RW_DAY_SERIAL	  /* a day number of a spreadsheet, such as 45123 */
};

/* "ymd", "dmy", "mdy"; NULL or another: RW_ORDER_NONE. */
enum rw_date_order rw_date_order(const char *name);

/*
 * Reads a date: ISO 8601 always, with or without a time, which is left out;
 * three numbers with '/', '.', '-' or blanks between them in the order that
 * was said, or in the only one that is possible; day, year and an English,
 * German, Spanish or Dutch name of a month in any order; before it a day of the
 * week in these languages. *day is one of base/date.h.
 */
enum rw_day_result rw_day_read(const char *text, enum rw_date_order order,
			       int32_t *day);

#endif
