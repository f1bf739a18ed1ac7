using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Bridge.Sessions;

namespace GrooveGuru.Bridge.Tests.Sessions;

public sealed class FrameRangesTests
{
    [Fact]
    public void Add_AnySequence_CoversWhatASetOfPositionsCovers()
    {
        Gen<(int, int)[]> ranges = Gen.Choose(0, 60).SelectMany(start => Gen.Choose(0, 20).Select(length => (start, start + length))).ArrayOf();
        Prop.ForAll(ranges.ToArbitrary(), added =>
        {
            FrameRanges covered = new();
            HashSet<int> expected = [];
            foreach ((int start, int end) in added)
            {
                int before = expected.Count;
                expected.UnionWith(Enumerable.Range(start, end - start));
                if (covered.Add(start, end) != expected.Count - before)
                {
                    return false;
                }
            }

            int[] actual = [.. covered.Ranges.SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start))];
            bool disjoint = covered.Ranges.Zip(covered.Ranges.Skip(1)).All(pair => pair.First.End < pair.Second.Start);
            return disjoint && covered.Count == expected.Count && actual.SequenceEqual(expected.Order());
        }).QuickCheckThrowOnFailure();
    }
}
