using System.Runtime.InteropServices;
using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host;

/// <summary>A loaded VST3 bundle.</summary>
public sealed unsafe class Vst3Module : IDisposable
{
    private readonly nint _library;
    private readonly HostApplication _application = new();
    private void* _factory;
    private bool _disposed;

    private Vst3Module(string bundle, nint library)
    {
        Bundle = bundle;
        Name = Path.GetFileNameWithoutExtension(bundle.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar));
        _library = library;
    }

    /// <summary>The bundle's folder.</summary>
    public string Bundle { get; }

    /// <summary>The bundle's name without ".vst3".</summary>
    public string Name { get; }

    /// <summary>What the factory tells.</summary>
    public ModuleDescription Description { get; private set; } = new("", "", "", 0, []);

    /// <summary>The IPluginFactory.</summary>
    internal void* Factory => _factory;

    /// <summary>Loads a bundle for this machine.</summary>
    /// <param name="bundle">The folder, "Name.vst3".</param>
    /// <exception cref="Vst3HostException">There is no such bundle, or its binary does not load or lacks an entry.</exception>
    public static Vst3Module Load(string bundle)
    {
        ArgumentException.ThrowIfNullOrEmpty(bundle);
        string full = Path.GetFullPath(bundle);
        string stem = Path.GetFileNameWithoutExtension(full.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar));
        string binary = Path.Combine(
            full, "Contents", Vst3Platform.BundleBinaryFolder, stem + Vst3Platform.BundleBinaryExtension);
        if (!File.Exists(binary))
        {
            throw new Vst3HostException($"{bundle}: there is no {binary}. Build the plugin with ./groove build.");
        }

        nint library;
        try
        {
            library = NativeLibrary.Load(binary);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw new Vst3HostException($"{binary} cannot be loaded: {error.Message}");
        }

        Vst3Module module = new(full, library);
        try
        {
            module.Open();
            return module;
        }
        catch
        {
            module.Dispose();
            throw;
        }
    }

    /// <summary>Makes and initialises an instance.</summary>
    /// <param name="classId">32 hexadecimal digits; null for the first audio effect.</param>
    /// <exception cref="Vst3HostException">There is no such class, or it does not come up.</exception>
    public Vst3Plugin Create(string? classId = null)
    {
        ClassDescription description = Description.Classes.FirstOrDefault(candidate => classId is null
            ? candidate.Category == "Audio Module Class"
            : candidate.ClassId.Equals(classId, StringComparison.OrdinalIgnoreCase))
            ?? throw new Vst3HostException($"{Bundle} has no audio effect{(classId is null ? "" : " " + classId)}.");
        Tuid id = TuidText.Parse(description.ClassId);
        Tuid component = InterfaceIds.Component;
        void* instance = null;
        int code = (*(PluginFactoryVtable**)_factory)->CreateInstance(_factory, &id, &component, &instance);
        return code == Result.Ok && instance != null
            ? new Vst3Plugin(description, instance, _application)
            : throw new Vst3HostException($"{description.Name}: the factory made no instance (result {code}).");
    }

    /// <summary>Lets go of the factory and unloads the binary. Instances must be gone before.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (_factory != null)
        {
            (*(UnknownVtable**)_factory)->Release(_factory);
            _factory = null;
        }

        string exit = OperatingSystem.IsWindows() ? "ExitDll" : "ModuleExit";
        if (NativeLibrary.TryGetExport(_library, exit, out nint address))
        {
            ((delegate* unmanaged<byte>)address)();
        }

        NativeLibrary.Free(_library);
        _application.Dispose();
    }

    private void Open()
    {
        if (OperatingSystem.IsWindows())
        {
            if (NativeLibrary.TryGetExport(_library, "InitDll", out nint init) && ((delegate* unmanaged<byte>)init)() == 0)
            {
                throw new Vst3HostException($"{Bundle}: InitDll failed.");
            }
        }
        else
        {
            if (((delegate* unmanaged<nint, byte>)Export("ModuleEntry"))(_library) == 0)
            {
                throw new Vst3HostException($"{Bundle}: ModuleEntry failed.");
            }

            Export("ModuleExit");
        }

        _factory = ((delegate* unmanaged<void*>)Export("GetPluginFactory"))();
        if (_factory == null)
        {
            throw new Vst3HostException($"{Bundle} gave no factory.");
        }

        Description = FactoryReader.Read(_factory);
    }

    private nint Export(string name) => NativeLibrary.TryGetExport(_library, name, out nint address)
        ? address
        : throw new Vst3HostException($"{Bundle} does not export {name}.");
}
