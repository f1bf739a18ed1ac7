/* A host without a runtime of its own, whose audio thread must never be held up by the one inside the plugin.

   audiothread BUNDLE.so held     While threads of the plugin's runtime allocate and collect, an audio thread calls process. It must never
                                  give the processor up by itself, and must go on while one of those threads is stopped in the
                                  middle of its work, so that the collection which another one has begun cannot end.
   audiothread BUNDLE.so entry    The same with an ordinary entry of the plugin in the place of process. It must fail.
   audiothread BUNDLE.so odd      Parameter changes through functions that lie at addresses where a compiler puts none but for size. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define FRAMES 64

struct object { void **functions; };
struct bus { int32_t channels; uint64_t silence; float **samples; };
struct data {
    int32_t mode, size, frames, inputs, outputs;
    struct bus *input, *output;
    void *input_changes, *output_changes, *input_events, *output_events, *context;
};
struct setup { int32_t mode, size, frames; double rate; };
struct stream { void **functions; int length, position; char bytes[65536]; };

static const unsigned char component_id[16] = { 0xE8, 0x31, 0xFF, 0x31, 0xF2, 0xD5, 0x43, 0x01, 0x92, 0x8E, 0xBB, 0xEE, 0x25, 0x69, 0x78, 0x02 };
static const unsigned char processor_id[16] = { 0x42, 0x04, 0x3F, 0x99, 0xB7, 0xDA, 0x45, 0x3C, 0xA5, 0x69, 0xE7, 0x9D, 0x9A, 0xAE, 0xC3, 0x3D };
static const unsigned char controller_id[16] = { 0xDC, 0xD7, 0xBB, 0xE3, 0x77, 0x42, 0x44, 0x8D, 0xA8, 0x74, 0xAA, 0xCC, 0x97, 0x9C, 0x75, 0x9E };

static struct object *factory, *processor;
static atomic_long blocks, entries, audio_waits, entry_waits, changed_samples;
static atomic_int stop, held, release_it, is_entry;

static void fail(const char *what) { fprintf(stderr, "%s\n", what); _Exit(1); }
static void pause_ms(long ms) { struct timespec t = { ms / 1000, ms % 1000 * 1000000 }; nanosleep(&t, NULL); }
static long waits_of_this_thread(void) { struct rusage used; getrusage(RUSAGE_THREAD, &used); return used.ru_nvcsw; }

static struct object *face(struct object *of, const void *id)
{
    struct object *found = NULL;
    if (((int (*)(void *, const void *, void *))of->functions[0])(of, id, &found)) fail("an interface is missing");
    return found;
}

static struct object *create(void)
{
    unsigned char info[116];
    struct object *made = NULL;
    ((int (*)(void *, int, void *))factory->functions[5])(factory, 0, info);
    if (((int (*)(void *, void *, const void *, void *))factory->functions[6])(factory, info, component_id, &made)) fail("no instance");
    ((int (*)(void *, void *))made->functions[3])(made, NULL);
    return made;
}

static int stream_read(struct stream *self, void *to, int count, int *done)
{
    if (count > self->length - self->position) count = self->length - self->position;
    memcpy(to, self->bytes + self->position, count);
    self->position += count;
    if (done) *done = count;
    return 0;
}

static int stream_write(struct stream *self, const void *from, int count, int *done)
{
    if (count > (int)sizeof self->bytes - self->position) return 1;
    memcpy(self->bytes + self->position, from, count);
    self->length = self->position += count;
    if (done) *done = count;
    return 0;
}

static void hold(int number) { (void)number; held = 1; while (!release_it) pause_ms(1); held = 0; }

/* Saves and sets the state: all of it works and allocates in the plugin's runtime. */
static void *allocate(void *component)
{
    static void *functions[7] = { 0, 0, 0, stream_read, stream_write, 0, 0 };
    struct object *of = component;
    struct stream *stream = calloc(1, sizeof *stream);
    stream->functions = functions;
    while (!stop) {
        stream->length = stream->position = 0;
        if (((int (*)(void *, void *))of->functions[13])(of, stream)) fail("getState");
        stream->position = 0;
        if (((int (*)(void *, void *))of->functions[12])(of, stream)) fail("setState");
    }
    return NULL;
}

/* An ordinary entry, again and again: it stops where the runtime is stopped. */
static void *enter(void *none)
{
    long before = waits_of_this_thread();
    while (!stop) {
        ((unsigned (*)(void *))processor->functions[6])(processor);
        if ((++entries & 0x3FF) == 0) entry_waits = waits_of_this_thread() - before;
    }
    return none;
}

static void *play(void *none)
{
    static float in[2][FRAMES], out[2][FRAMES];
    float *inputs[2] = { in[0], in[1] }, *outputs[2] = { out[0], out[1] };
    struct bus input = { 2, 0, inputs }, output = { 2, 0, outputs };
    struct data data = { .frames = FRAMES, .inputs = 1, .outputs = 1, .input = &input, .output = &output };
    uint32_t noise = 1;
    ((unsigned (*)(void *))processor->functions[6])(processor); /* now the runtime knows this thread, too */
    long before = waits_of_this_thread();
    while (!stop) {
        for (int i = 0; i < 2 * FRAMES; i++) {
            noise = noise * 1664525 + 1013904223;
            in[i / FRAMES][i % FRAMES] = (int32_t)noise / 4294967296.0f;
        }
        if (is_entry) {
            ((unsigned (*)(void *))processor->functions[6])(processor);
        } else {
            if (((int (*)(void *, void *))processor->functions[9])(processor, &data)) fail("process");
            if (memcmp(in, out, sizeof in)) changed_samples++;
        }
        if ((++blocks & 0xFF) == 0) audio_waits = waits_of_this_thread() - before;
    }
    return none;
}

/* True when the audio thread goes on while an ordinary entry does not. */
static int goes_on(void)
{
    long entered = entries, played = blocks;
    for (int ms = 0; ms < 10000 && blocks < played + 2000; ms += 10) pause_ms(10);
    if (entries != entered) return -1;
    return blocks >= played + 2000;
}

static int held_runtime(pthread_t worker)
{
    for (int attempt = 0; attempt < 200; attempt++) {
        release_it = 0;
        pthread_kill(worker, SIGUSR1);
        while (!held) pause_ms(1);
        long entered = -1;
        int quiet = 0;
        for (int step = 0; step < 20 && quiet < 5; step++) {
            pause_ms(20);
            quiet = entries == entered ? quiet + 1 : 0;
            entered = entries;
        }
        int result = quiet == 5 ? goes_on() : -1;
        release_it = 1;
        while (held) pause_ms(1);
        if (result >= 0) return result;
    }
    fail("the runtime was never stopped: nothing was tried");
    return 0;
}

static int run_held(void)
{
    pthread_t audio, entering, workers[2];
    signal(SIGUSR1, hold);
    struct object *component = create();
    processor = face(component, processor_id);
    struct setup setup = { 0, 0, FRAMES, 48000 };
    if (((int (*)(void *, void *))processor->functions[7])(processor, &setup)) fail("setupProcessing");
    if (((int (*)(void *, char))component->functions[11])(component, 1)) fail("setActive");
    for (int i = 0; i < 2; i++) pthread_create(workers + i, NULL, allocate, create());
    pthread_create(&entering, NULL, enter, NULL);
    pthread_create(&audio, NULL, play, NULL);
    pause_ms(500); /* what happens once has happened */

    int calm = 0;
    long waited = 0;
    for (int round = 0; round < 5 && !calm; round++) {
        long audio_before = audio_waits, entry_before = entry_waits, played = blocks;
        for (int ms = 0; ms < 20000 && (entry_waits - entry_before < 20 || blocks - played < 20000); ms += 10) pause_ms(10);
        if (entry_waits - entry_before < 20) fail("an ordinary entry never waited: nothing was tried");
        waited = audio_waits - audio_before;
        calm = waited == 0;
        printf("%ld blocks: the audio thread waited %ld times, an ordinary entry %ld times\n", blocks - played, waited, entry_waits - entry_before);
    }
    int went_on = held_runtime(workers[0]);
    printf("while the runtime was stopped the audio thread %s; %ld blocks were changed\n", went_on ? "went on" : "was held up", changed_samples);
    stop = 1;
    pthread_join(audio, NULL);
    ((int (*)(void *, char))component->functions[11])(component, 0);
    return !calm || !went_on || changed_samples ? 1 : 0;
}

/* Functions two bytes behind an address that is aligned. */
#define ODD(name) int name##_odd(); __asm__(".text\n.p2align 4\nnop\nnop\n.globl " #name "_odd\n" #name "_odd: jmp " #name "_real\n")
ODD(count); ODD(queue); ODD(add_queue); ODD(id); ODD(points); ODD(point); ODD(add_point);

static struct object list, in_queue, out_queue;
static uint32_t told_id;
static double told_value = -1;
int count_real(void *self) { (void)self; return 1; }
void *queue_real(void *self, int index) { (void)self; return index == 0 ? &in_queue : NULL; }
void *add_queue_real(void *self, const uint32_t *which, int *index) { (void)self; told_id = *which; *index = 0; return &out_queue; }
uint32_t id_real(void *self) { (void)self; return 0; }
int points_real(void *self) { (void)self; return 2; }
int point_real(void *self, int index, int *offset, double *value) { (void)self; *offset = 0; *value = index == 1 ? 1 : 0; return 0; }
int add_point_real(void *self, int offset, double value, int *index)
{
    if (self != &out_queue || offset != 0) fail("addPoint was called wrongly");
    *index = 0;
    told_value = value;
    return 0;
}

static int run_odd(void)
{
    static void *list_functions[6], *queue_functions[7];
    void *of_list[] = { count_odd, queue_odd, add_queue_odd }, *of_queue[] = { id_odd, points_odd, point_odd, add_point_odd };
    memcpy(list_functions + 3, of_list, sizeof of_list);
    memcpy(queue_functions + 3, of_queue, sizeof of_queue);
    list.functions = list_functions;
    in_queue.functions = out_queue.functions = queue_functions;
    if (((uintptr_t)count_odd & 3) != 2 || ((uintptr_t)add_point_odd & 3) != 2) fail("the functions are not odd: nothing was tried");
    struct object *component = create(), *controller = face(component, controller_id);
    processor = face(component, processor_id);
    struct data data = { .input_changes = &list, .output_changes = &list };
    if (((int (*)(void *, char))component->functions[11])(component, 1)) fail("setActive");
    for (int ms = 0; ms < 20000 && told_value < 0; ms += 10) {
        if (((int (*)(void *, void *))processor->functions[9])(processor, &data)) fail("process");
        pause_ms(10);
    }
    double bypass = ((double (*)(void *, uint32_t))controller->functions[14])(controller, 0);
    printf("bypass %g, told %u: %g\n", bypass, told_id, told_value);
    ((int (*)(void *, char))component->functions[11])(component, 0);
    return bypass == 1 && told_id == 1 && told_value > 0 ? 0 : 1;
}

int main(int count, char **arguments)
{
    if (count < 3) return 2;
    void *library = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
    if (!library) fail(dlerror());
    ((char (*)(void *))dlsym(library, "ModuleEntry"))(library);
    factory = ((struct object *(*)(void))dlsym(library, "GetPluginFactory"))();
    is_entry = !strcmp(arguments[2], "entry");
    int code = !strcmp(arguments[2], "odd") ? run_odd() : run_held();
    fflush(stdout);
    _Exit(code);
}
