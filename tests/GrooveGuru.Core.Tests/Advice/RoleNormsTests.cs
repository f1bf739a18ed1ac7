using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Tests.Advice;

public class RoleNormsTests
{
    [Fact]
    public void Of_EveryRoleButUnknown_IsInOrder() => Assert.All(
        Enum.GetValues<TrackRole>().Where(role => role != TrackRole.Unknown)
            .SelectMany(role => RoleNorms.MeasureIdsWithNorms.Select(id => (role, id))),
        of =>
        {
            RoleNorm norm = RoleNorms.Of(of.role, of.id)!;
            Assert.True(norm.Low <= norm.Median && norm.Median <= norm.High && norm.Low < norm.High, $"{of}: {norm}");
        });

    [Fact]
    public void Of_WhatHasNone_IsNull()
    {
        Assert.Null(RoleNorms.Of(TrackRole.Unknown, MeasureIds.RangeLu));
        Assert.Null(RoleNorms.Of(TrackRole.Bass, FeatureIds.Tempo));
    }

    [Fact]
    public void Of_BassAndVocal_DifferAsTheirSoundsDo() => Assert.True(
        RoleNorms.Of(TrackRole.Bass, MeasureIds.OvertonesDb)!.Median < RoleNorms.Of(TrackRole.Vocal, MeasureIds.OvertonesDb)!.Low);
}
