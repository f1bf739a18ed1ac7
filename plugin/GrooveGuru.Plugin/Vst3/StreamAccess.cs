using GrooveGuru.Plugin.State;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>Reads and writes a host's IBStream.</summary>
internal static unsafe class StreamAccess
{
    /// <summary>Reads to the end of the stream, at most <see cref="PluginStateFormat.MaxBytes"/>.</summary>
    /// <returns>What could be read; empty for a null or failing stream.</returns>
    public static byte[] ReadAll(void* stream)
    {
        if (stream == null)
        {
            return [];
        }

        BStreamVtable* functions = *(BStreamVtable**)stream;
        byte[] buffer = new byte[PluginStateFormat.MaxBytes];
        int total = 0;
        fixed (byte* start = buffer)
        {
            while (total < buffer.Length)
            {
                int read = 0;
                int code = functions->Read(stream, start + total, buffer.Length - total, &read);
                if (read <= 0 || read > buffer.Length - total)
                {
                    break;
                }

                total += read;
                if (code != Result.Ok)
                {
                    break;
                }
            }
        }

        return buffer[..total];
    }

    /// <summary>Writes everything.</summary>
    /// <returns>False where the stream is null or takes less.</returns>
    public static bool WriteAll(void* stream, byte[] bytes)
    {
        if (stream == null)
        {
            return false;
        }

        BStreamVtable* functions = *(BStreamVtable**)stream;
        int total = 0;
        fixed (byte* start = bytes)
        {
            while (total < bytes.Length)
            {
                int written = 0;
                int code = functions->Write(stream, start + total, bytes.Length - total, &written);
                if (code != Result.Ok || written <= 0)
                {
                    return false;
                }

                total += written;
            }
        }

        return true;
    }
}
