using System.Text;

namespace GrooveGuru.Core.Tests.Audio;

/// <summary>WAV files made byte by byte, so that the reader is not tested against our own writer alone.</summary>
internal static class WavBytes
{
    public static byte[] Chunk(string id, byte[] content, uint? declaredSize = null)
    {
        var bytes = new List<byte>(Encoding.ASCII.GetBytes(id));
        bytes.AddRange(BitConverter.GetBytes(declaredSize ?? (uint)content.Length));
        bytes.AddRange(content);
        if (content.Length % 2 == 1)
        {
            bytes.Add(0);
        }

        return [.. bytes];
    }

    public static byte[] Format(int tag, int channels, int rate, int bits, int? align = null)
    {
        int blockAlign = align ?? (channels * ((bits + 7) / 8));
        return
        [
            .. BitConverter.GetBytes((ushort)tag), .. BitConverter.GetBytes((ushort)channels), .. BitConverter.GetBytes(rate),
            .. BitConverter.GetBytes(rate * blockAlign), .. BitConverter.GetBytes((ushort)blockAlign),
            .. BitConverter.GetBytes((ushort)bits),
        ];
    }

    public static byte[] File(params byte[][] chunks) => File("RIFF", null, chunks);

    public static byte[] File(string magic, uint? riffSize, params byte[][] chunks)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes("WAVE"), .. chunks.SelectMany(chunk => chunk)];
        return [.. Encoding.ASCII.GetBytes(magic), .. BitConverter.GetBytes(riffSize ?? (uint)body.Length), .. body];
    }

    /// <summary>Interleaved samples −1…1 in one of the encodings.</summary>
    public static byte[] Samples(IEnumerable<double> values, int tag, int bits) => values.SelectMany(value => (tag, bits) switch
    {
        (1, 8) => [(byte)(128 + Math.Round(value * 127))],
        (1, 16) => BitConverter.GetBytes((short)Math.Round(value * 32767)),
        (1, 24) => BitConverter.GetBytes((int)Math.Round(value * 8388607))[..3],
        (1, 32) => BitConverter.GetBytes((int)Math.Round(value * 2147483647.0)),
        (3, 32) => BitConverter.GetBytes((float)value),
        (3, 64) => BitConverter.GetBytes(value),
        _ => throw new ArgumentException("no such encoding"),
    }).ToArray();
}
