/*
 * One thread for the process looks at all transformations some times a
 * second. It is started with the first of them and joined at exit.
 */
#include "xml/watchdog.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#define TICK_MS 50

/* The registry that thread and transformations share: one per process. */
static struct {
	pthread_once_t once;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	pthread_t thread;
	bool running;
	bool quit;
	struct rw_watch *first;
	atomic_uint stops; /* how often all were asked to stop */
} dog = { .once = PTHREAD_ONCE_INIT, .lock = PTHREAD_MUTEX_INITIALIZER };

static struct timespec now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time;
}

static long long milliseconds(struct timespec time)
{
	return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Both the instructions and a single long expression see it at once. */
static void stop(struct rw_watch *watch)
{
	watch->ctxt->state = XSLT_STATE_STOPPED;
	watch->ctxt->xpathCtxt->opLimit = 1;
}

static void look(void)
{
	long long time = milliseconds(now());
	unsigned stops = atomic_load(&dog.stops);

	for (struct rw_watch *w = dog.first; w; w = w->next) {
		if (w->stops != stops && w->verdict == RW_WATCH_FINE)
			w->verdict = RW_WATCH_STOPPED;
		else if (time >= w->deadline && w->verdict == RW_WATCH_FINE)
			w->verdict = RW_WATCH_LATE;
		if (w->verdict != RW_WATCH_FINE)
			stop(w);
	}
}

static void *patrol(void *context)
{
	struct timespec until;

	(void)context;
	pthread_mutex_lock(&dog.lock);
	while (!dog.quit) {
		look();
		until = now();
		until.tv_nsec += TICK_MS * 1000000L;
		if (until.tv_nsec >= 1000000000L) {
			until.tv_nsec -= 1000000000L;
			until.tv_sec++;
		}
		pthread_cond_timedwait(&dog.wake, &dog.lock, &until);
	}
	pthread_mutex_unlock(&dog.lock);
	return NULL;
}

static void finish(void)
{
	pthread_mutex_lock(&dog.lock);
	dog.quit = true;
	pthread_cond_signal(&dog.wake);
	pthread_mutex_unlock(&dog.lock);
	if (dog.running)
		pthread_join(dog.thread, NULL);
}

/* Without a thread the limits on operations remain. */
static void start(void)
{
	pthread_condattr_t attr;

	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&dog.wake, &attr);
	pthread_condattr_destroy(&attr);
	dog.running = !pthread_create(&dog.thread, NULL, patrol, NULL);
	if (dog.running)
		atexit(finish);
}

void rw_watch_begin(struct rw_watch *watch, xsltTransformContext *ctxt,
		    long long limit)
{
	pthread_once(&dog.once, start);
	watch->ctxt = ctxt;
	watch->verdict = RW_WATCH_FINE;
	watch->deadline = milliseconds(now()) + limit;
	watch->stops = atomic_load(&dog.stops);
	pthread_mutex_lock(&dog.lock);
	watch->next = dog.first;
	watch->link = &dog.first;
	if (dog.first)
		dog.first->link = &watch->next;
	dog.first = watch;
	pthread_mutex_unlock(&dog.lock);
}

enum rw_watch_verdict rw_watch_end(struct rw_watch *watch)
{
	pthread_mutex_lock(&dog.lock);
	*watch->link = watch->next;
	if (watch->next)
		watch->next->link = watch->link;
	pthread_mutex_unlock(&dog.lock);
	return watch->verdict;
}

void rw_watch_stop_all(void)
{
	atomic_fetch_add(&dog.stops, 1);
}
