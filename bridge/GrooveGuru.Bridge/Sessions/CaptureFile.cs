using GrooveGuru.Bridge.Library;
using Microsoft.Win32.SafeHandles;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>The file of one capture: only its owner can read it, and it goes when it is closed.</summary>
internal sealed class CaptureFile : IDisposable
{
    private readonly SafeFileHandle _file;

    /// <summary>An empty file.</summary>
    /// <param name="folder">Where; made where it is missing.</param>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public CaptureFile(string folder)
    {
        DataFolders.CreatePrivate(folder);
        _file = File.OpenHandle(
            Path.Combine(folder, $"{Guid.NewGuid():N}.f32"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, FileOptions.DeleteOnClose);
    }

    /// <summary>Writes bytes.</summary>
    /// <param name="offset">Where, bytes from the beginning.</param>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(_file, bytes, offset);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new IOException("The disk holds no files of this size.", error); // how .NET says EFBIG
        }
    }

    /// <summary>Reads bytes that were written.</summary>
    /// <param name="offset">From where, bytes from the beginning.</param>
    /// <param name="bytes">Receives them.</param>
    /// <exception cref="EndOfStreamException">Fewer were written.</exception>
    public void Read(long offset, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(_file, bytes, offset);
            if (read == 0)
            {
                throw new EndOfStreamException("The capture file is shorter than what was written to it.");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
