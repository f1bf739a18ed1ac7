using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Bridge.Inference.Store;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Core.Errors;
using Spectre.Console;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru models …`: the models on this machine, and those that can be had.</summary>
internal static class ModelsCommand
{
    /// <summary>The verb with its own verbs.</summary>
    public static Command Create() => new("models", "List, fetch, add, check and remove the models that MIDI and stems are made with.")
    {
        CreateList(), CreatePull(), CreateAdd(), CreateVerify(), CreateRemove(),
    };

    private static Command CreateList()
    {
        Option<string?> json = CommonOptions.Json();
        Command command = new("list", "All models: what they are for, where they are, what they cost in space.") { json };
        command.SetCancellableAction((parsed, _) => List(parsed.GetValue(json)));
        return command;
    }

    private static Command CreatePull()
    {
        Argument<string> name = Name();
        Option<bool> agree = new("--agree") { Description = "Agree to the model's licence without being asked." };
        Command command = new("pull", "Fetch a model; an attempt that was cut off goes on where it ended.") { name, agree };
        command.SetCancellableAction((parsed, cancellation) =>
            PullAsync(parsed.GetValue(name)!, parsed.GetValue(agree), cancellation).GetAwaiter().GetResult());
        return command;
    }

    private static Command CreateAdd()
    {
        Argument<string> file = new("FILE") { Description = "An ONNX model that you have." };
        Option<string?> name = new("--name") { Description = "How to call it; the file's name else.", HelpName = "NAME" };
        file.Validators.Add(CommonOptions.RefuseEmpty);
        Command command = new("add", "Take a model file of yours: it is tried first, then copied.") { file, name };
        command.SetCancellableAction((parsed, cancellation) =>
            AddAsync(parsed.GetValue(file)!, parsed.GetValue(name), cancellation).GetAwaiter().GetResult());
        return command;
    }

    private static Command CreateVerify()
    {
        Argument<string[]> names = new("NAME") { Description = "Models to check; all that are here else.", Arity = ArgumentArity.ZeroOrMore };
        Command command = new("verify", "Check the files of models by their hash, and run each once.") { names };
        command.SetCancellableAction((parsed, cancellation) =>
            VerifyAsync(parsed.GetValue(names) ?? [], cancellation).GetAwaiter().GetResult());
        return command;
    }

    private static Command CreateRemove()
    {
        Argument<string> name = Name();
        Command command = new("remove", "Remove a model that was fetched or added.") { name };
        command.SetCancellableAction((parsed, _) => Remove(parsed.GetValue(name)!));
        return command;
    }

    private static Argument<string> Name()
    {
        Argument<string> name = new("NAME") { Description = "The model's name in 'models list'." };
        name.Validators.Add(CommonOptions.RefuseEmpty);
        return name;
    }

    private static int List(string? json)
    {
        IReadOnlyList<InstalledModel> models = ModelStore.Shared.List();
        if (json is not null)
        {
            OutputFiles.RequireWritable(json);
            if (json == "-")
            {
                using Stream output = Console.OpenStandardOutput();
                WriteJson(output, models);
                return ExitCode.Done;
            }

            AtomicFile.Write(json, stream => WriteJson(stream, models));
        }

        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (InstalledModel model in models)
        {
            string standing = model.Standing switch
            {
                ModelStanding.Here => "[green]here[/]",
                ModelStanding.Partial => "[yellow]in part[/]",
                _ => "not here",
            };
            grid.AddRow(Markup.Escape(model.Entry.Name), standing, Size(SizeOf(model)), Markup.Escape($"{model.Entry.About} Licence: {model.Entry.Licence}."));
        }

        Terminal.Output.Write(grid);
        return ExitCode.Done;
    }

    private static void WriteJson(Stream output, IReadOnlyList<InstalledModel> models)
    {
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (InstalledModel model in models)
        {
            json.WriteStartObject();
            json.WriteString("name", model.Entry.Name);
            json.WriteString("contract", model.Entry.Contract);
            json.WriteString("standing", model.Standing.ToString().ToLowerInvariant());
            json.WriteString("about", model.Entry.About);
            json.WriteString("licence", model.Entry.Licence);
            json.WriteNumber("bytes", SizeOf(model));
            json.WriteString("path", model.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static async Task<int> PullAsync(string name, bool hasAgreed, CancellationToken cancellation)
    {
        InstalledModel model = ModelStore.Shared.Find(name);
        if (model.Standing == ModelStanding.Here)
        {
            Console.WriteLine($"{name} is here already: {model.Path}");
            return ExitCode.Done;
        }

        if (model.Entry.Url is null)
        {
            throw new ModelUnavailableException(name, "this model is not fetched from anywhere; install Groove Guru again.");
        }

        if (!hasAgreed && !Agrees(model.Entry))
        {
            throw new ModelUnavailableException(name, $"its licence ({model.Entry.Licence}) has to be agreed to: --agree.");
        }

        using HttpMessageInvoker http = ModelDownload.CreateHttp();
        using (ProgressLine progress = new($"Fetching {name} ({Size(model.Entry.Bytes)})"))
        {
            await ModelStore.Shared.PullAsync(model.Entry, http, progress, cancellation).ConfigureAwait(false);
        }

        Console.WriteLine(model.Path);
        return ExitCode.Done;
    }

    private static bool Agrees(ModelEntry entry)
    {
        if (Console.IsInputRedirected)
        {
            return false;
        }

        Console.Error.Write($"{entry.Name} is under this licence: {entry.Licence}. Do you agree to it? [y/N] ");
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    private static async Task<int> AddAsync(string file, string? name, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            throw new ModelUnavailableException(file, "there is no such file.");
        }

        ModelContract contract = ModelProbe.Identify(file);
        InstalledModel added = await ModelStore.Shared.AddAsync(file, name ?? Path.GetFileNameWithoutExtension(file), contract, cancellation)
            .ConfigureAwait(false);
        Console.WriteLine($"{added.Entry.Name} ({contract.Name}): {added.Path}");
        return ExitCode.Done;
    }

    private static async Task<int> VerifyAsync(string[] names, CancellationToken cancellation)
    {
        InstalledModel[] models = names.Length > 0
            ? [.. names.Select(ModelStore.Shared.Find)]
            : [.. ModelStore.Shared.List().Where(model => model.Standing == ModelStanding.Here)];
        bool isAllWell = true;
        foreach (InstalledModel model in models)
        {
            string? reason = await ModelStore.WhyNotWholeAsync(model, cancellation).ConfigureAwait(false);
            string device = "";
            if (reason is null)
            {
                try
                {
                    ModelContract contract = ModelContracts.Find(model.Entry.Contract)
                        ?? throw new ModelUnavailableException(model.Entry.Name, $"models of the kind {model.Entry.Contract} are not used by this version.");
                    device = ModelProbe.Try(model.Path, contract, cancellation) == InferenceDevice.Cpu ? "the processor" : "the graphics card";
                }
                catch (GrooveGuruException error)
                {
                    reason = error.Message;
                }
            }

            isAllWell &= reason is null;
            Console.WriteLine($"{model.Entry.Name}: {reason ?? $"whole; {device} runs it."}");
        }

        return isAllWell ? ExitCode.Done : ExitCode.Failed;
    }

    private static int Remove(string name)
    {
        Console.WriteLine(ModelStore.Shared.Remove(ModelStore.Shared.Find(name)) ? $"{name} was removed." : $"{name} was not on this machine.");
        return ExitCode.Done;
    }

    private static long SizeOf(InstalledModel model) => model.Standing == ModelStanding.Here ? new FileInfo(model.Path).Length : model.Entry.Bytes;

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
