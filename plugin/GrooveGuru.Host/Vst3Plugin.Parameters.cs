using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host;

/// <content>Parameters and state.</content>
public sealed unsafe partial class Vst3Plugin
{
    /// <summary>Its parameters, in its order.</summary>
    public IReadOnlyList<HostParameter> Parameters { get; }

    /// <summary>The controller's value of a parameter, 0–1.</summary>
    public double GetParameter(uint id) => (*(EditControllerVtable**)_controller)->GetParamNormalized(_controller, id);

    /// <summary>Sets the controller's value of a parameter, 0–1.</summary>
    /// <returns>Whether the plugin takes it.</returns>
    public bool SetParameter(uint id, double normalized)
        => (*(EditControllerVtable**)_controller)->SetParamNormalized(_controller, id, normalized) == Result.Ok;

    /// <summary>The plain value of a normalised one.</summary>
    public double ToPlain(uint id, double normalized)
        => (*(EditControllerVtable**)_controller)->NormalizedParamToPlain(_controller, id, normalized);

    /// <summary>The normalised value of a plain one.</summary>
    public double ToNormalized(uint id, double plain)
        => (*(EditControllerVtable**)_controller)->PlainParamToNormalized(_controller, id, plain);

    /// <summary>A value as text, without its unit.</summary>
    /// <returns>Null where the plugin has none.</returns>
    public string? ToText(uint id, double normalized)
    {
        char* text = stackalloc char[128];
        new Span<char>(text, 128).Clear();
        return (*(EditControllerVtable**)_controller)->GetParamStringByValue(_controller, id, normalized, text) == Result.Ok
            ? FixedText.Read(text, 128)
            : null;
    }

    /// <summary>The normalised value of a text.</summary>
    /// <returns>Null where the plugin does not understand it.</returns>
    public double? FromText(uint id, string text)
    {
        char* field = stackalloc char[128];
        FixedText.Write(field, 128, text);
        double value = 0;
        return (*(EditControllerVtable**)_controller)->GetParamValueByString(_controller, id, field, &value) == Result.Ok
            ? value
            : null;
    }

    /// <summary>The component's state, to be saved.</summary>
    /// <exception cref="Vst3HostException">The plugin gives none.</exception>
    public byte[] SaveState()
    {
        using HostStream stream = new();
        Require((*(ComponentVtable**)_component)->GetState(_component, stream.Pointer), "getState");
        return stream.ToArray();
    }

    /// <summary>Restores a saved state in component and controller.</summary>
    /// <returns>Whether the plugin takes it.</returns>
    public bool LoadState(byte[] state)
    {
        using HostStream first = new(state);
        using HostStream second = new(state);
        return (*(ComponentVtable**)_component)->SetState(_component, first.Pointer) == Result.Ok
            && (*(EditControllerVtable**)_controller)->SetComponentState(_controller, second.Pointer) == Result.Ok;
    }

    private List<HostParameter> ReadParameters()
    {
        EditControllerVtable* controller = *(EditControllerVtable**)_controller;
        List<HostParameter> parameters = [];
        for (int index = 0; index < controller->GetParameterCount(_controller); index++)
        {
            ParameterInfo info = default;
            Require(controller->GetParameterInfo(_controller, index, &info), "getParameterInfo");
            ParameterFlags flags = (ParameterFlags)info.Flags;
            parameters.Add(new HostParameter(
                info.Id,
                FixedText.Read(info.Title, 128),
                FixedText.Read(info.Units, 128),
                info.StepCount,
                info.DefaultNormalizedValue,
                flags.HasFlag(ParameterFlags.ReadOnly),
                flags.HasFlag(ParameterFlags.CanAutomate),
                flags.HasFlag(ParameterFlags.Bypass)));
        }

        return parameters;
    }
}
