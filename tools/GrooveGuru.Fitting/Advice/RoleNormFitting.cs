using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Measures <see cref="RoleNorms"/> on clean tracks whose role is known.</summary>
internal static class RoleNormFitting
{
    private const int LeastTracks = 15;

    /// <summary>The verb: reads a manifest (path,role,split and more) and writes the table as C#, from what is not held.</summary>
    public static int Run(string manifest, string outFile)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(manifest))!;
        string[] lines = File.ReadAllLines(manifest);
        string[] head = lines[0].Split(',');
        int At(string name) => Array.IndexOf(head, name);
        var values = new ConcurrentBag<(TrackRole Role, string MeasureId, double Value)>();
        Parallel.ForEach(lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells[At("split")] != "held"), cells =>
        {
            try
            {
                if (CleanTrack.Stage(cells[0], AudioFile.ReadAll(Path.Combine(folder, cells[At("path")]))) is not { } clean
                    || !Enum.TryParse(cells[At("role")].Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out TrackRole role))
                {
                    return;
                }

                var context = new AdviceContext(clean.Audio, clean.Analysis);
                foreach (string id in RoleNorms.MeasureIdsWithNorms)
                {
                    if (context.Measure(id) is double value)
                    {
                        values.Add((role, id, value));
                    }
                }
            }
            catch (GrooveGuruException error)
            {
                Console.Error.WriteLine($"{cells[0]}: {error.Message}");
            }
        });
        var text = new StringBuilder("""
            using GrooveGuru.Core.Semantics.Roles;

            namespace GrooveGuru.Core.Advice;

            /// <content>Written by the verb "norms" of tools/GrooveGuru.Fitting: lowest tenth, median and highest tenth.</content>
            public static partial class RoleNorms
            {
                private static readonly Dictionary<(TrackRole Role, string MeasureId), RoleNorm> Table = new()
                {

            """);
        foreach (var norm in values.GroupBy(value => (value.Role, value.MeasureId)).OrderBy(norm => norm.Key.Role)
            .ThenBy(norm => norm.Key.MeasureId, StringComparer.Ordinal).Where(norm => norm.Count() >= LeastTracks))
        {
            double[] sorted = [.. norm.Select(value => value.Value).Order()];
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"        [(TrackRole.{norm.Key.Role}, \"{norm.Key.MeasureId}\")] = new({Rank(sorted, 0.1)}, {Rank(sorted, 0.5)}, {Rank(sorted, 0.9)}), // {sorted.Length} tracks"));
        }

        text.Append("    };\n}\n");
        File.WriteAllText(outFile, text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal));
        return 0;

        static string Rank(double[] sorted, double share) =>
            sorted[(int)Math.Round(share * (sorted.Length - 1))].ToString("0.###", CultureInfo.InvariantCulture);
    }
}
