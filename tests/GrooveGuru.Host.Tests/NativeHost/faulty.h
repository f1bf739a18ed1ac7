/* What the parts of the faulty effect share. */
#include <stdint.h>
#include <string.h>

enum { OK = 0, NO = 1, NO_INTERFACE = -1, BAD_ARGUMENT = 2, NOT_THERE = 3 };
/* Each check of the conformance suite has its fault here; 0 is none. */
enum fault {
    NONE, TWO_IDENTITIES, ANY_INTERFACE, NULL_ID_TAKEN, LEAKED_REFERENCE, FACTORY_DISAGREES, CLASS_OUT_OF_RANGE, ANY_CLASS,
    SAME_PARAMETER_ID, HIGH_PARAMETER_ID, NO_TITLE, DEFAULT_TOO_HIGH, AUTOMATED_READ_ONLY, TWO_BYPASSES, STRAY_UNIT, NAN_TAKEN,
    VALUE_NOT_CLAMPED, NO_BUS_NAME, BUS_OUT_OF_RANGE, CHANNELS_NOT_CHANGED, NO_FLUSH, NAN_OUT, SUBNORMAL_OUT, WRITES_PAST_END,
    FALSE_SILENCE, ONE_BLOCK_SIZE, ONE_THREAD, CLEARS_FIRST, ONE_LIFE, NO_EARLY_STOP, BYPASS_NOT_RESTORED, RESTLESS_STATE,
    TORN_STATE_TAKEN, NOISE_TAKEN, ONE_RATE, ONE_LOAD, SHARED_VALUES, BUSY_STATE, RESTLESS_LATENCY, TEXT_DISAGREES, OTHER_DEFAULT,
    VALUE_NOT_RESTORED, SILENCE_UNTOLD, NULL_STREAM_TAKEN, PARAMETER_OUT_OF_RANGE, QUEUE_NOT_CLAMPED,
    CONTEXT_REFUSED, NO_REQUIREMENTS, TWO_CHANNELS_ONLY,
    ANY_VIEW_NAME, ANY_PLATFORM, ANY_PARENT, FAILED_ATTACH_CLOSES_OTHER, REGISTERS_TWICE, NO_EARLY_SIZE, ANY_SIZE, RESTLESS_CONSTRAINT,
    SIZE_NOT_TAKEN, FRAME_KEPT, ONE_ATTACH, ANY_SCALE, VIEW_TWO_IDENTITIES, VIEW_LEAKED_REFERENCE, VIEW_KEEPS_COMPONENT,
    VIEW_OUTLIVES_TERMINATE, ONE_VIEW, TIMER_LEFT, FEW_VIEWS, KEYS_TAKEN,
};

struct object;
struct view;
struct face { void **functions; struct object *owner; };

#define ID(a, b, c, d) { (a) >> 24, (a) >> 16 & 255, (a) >> 8 & 255, (a) & 255, (b) >> 24, (b) >> 16 & 255, (b) >> 8 & 255, (b) & 255, \
                         (c) >> 24, (c) >> 16 & 255, (c) >> 8 & 255, (c) & 255, (d) >> 24, (d) >> 16 & 255, (d) >> 8 & 255, (d) & 255 }
static const unsigned char unknown_id[16] = ID(0, 0, 0xC0000000, 0x46);
static inline int is(const void *one, const void *other) { return !memcmp(one, other, 16); }

extern int fault, views_made;
uint32_t add_ref(struct face *component);
uint32_t release(struct face *component);

/* A view of a component, which keeps the place of the one that is shown; null for another name than "editor". */
void *make_view(struct face *component, struct view **shown, const char *name);

/* Takes the shown view out of the host's window, if there is one. */
void hide_view(struct view **shown);
