/* A host without a runtime of its own: prints its signal state, locale and children before and after a plugin's life. */
#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct object { void **functions; };

static void print_state(const char *when)
{
    char line[256];
    FILE *status = fopen("/proc/self/status", "r");
    while (fgets(line, sizeof line, status))
        if (!strncmp(line, "SigBlk:", 7) || !strncmp(line, "SigIgn:", 7) || !strncmp(line, "SigCgt:", 7))
            printf("%s %s", when, line);
    fclose(status);
    printf("%s Locale: %s\n", when, setlocale(LC_ALL, NULL));
}

int main(int count, char **arguments)
{
    static const unsigned char component[16] = { 0xE8, 0x31, 0xFF, 0x31, 0xF2, 0xD5, 0x43, 0x01,
                                                 0x92, 0x8E, 0xBB, 0xEE, 0x25, 0x69, 0x78, 0x02 };
    if (count < 2)
        return 2;
    print_state("before");
    for (int round = 0; round < 3; round++) {
        unsigned char info[116];
        struct object *plugin = NULL;
        void *library = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
        if (!library) {
            puts(dlerror());
            return 1;
        }
        ((char (*)(void *))dlsym(library, "ModuleEntry"))(library);
        struct object *factory = ((struct object *(*)(void))dlsym(library, "GetPluginFactory"))();
        ((int (*)(void *, int, void *))factory->functions[5])(factory, 0, info);
        if (((int (*)(void *, void *, const void *, void *))factory->functions[6])(factory, info, component, &plugin))
            return 1;
        ((int (*)(void *, void *))plugin->functions[3])(plugin, NULL);
        ((int (*)(void *, char))plugin->functions[11])(plugin, 1);
        sleep(1);
        ((int (*)(void *, char))plugin->functions[11])(plugin, 0);
        ((int (*)(void *))plugin->functions[4])(plugin);
        printf("references %u\n", ((unsigned (*)(void *))plugin->functions[2])(plugin));
        ((unsigned (*)(void *))factory->functions[2])(factory);
        ((char (*)(void))dlsym(library, "ModuleExit"))();
        dlclose(library);
    }
    print_state("after");
    printf("children %s\n", waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD ? "none" : "some");
    return 0;
}
