using System.Text;
using System.Text.Json;
using GrooveGuru.Bridge.Inference.Store;

namespace GrooveGuru.Bridge.Tests.Inference.Store;

public class ModelManifestTests
{
    [Fact]
    public void Shared_Manifest_NamesBasicPitch() => Assert.True(ModelManifest.Shared.Find("basic-pitch")!.ComesWithProgram);

    [Theory]
    [InlineData("""{"models":[{"name":"a","contract":"basic-pitch","file":"a.onnx","licence":"","about":""}]}""")]
    [InlineData("""{"models":[{"name":"a","contract":"other","file":"a.onnx","licence":"","about":"","comesWithProgram":true}]}""")]
    [InlineData("""{"models":[{"name":"a","contract":"basic-pitch","file":"../a.onnx","licence":"","about":"","comesWithProgram":true}]}""")]
    public void Read_WhatCannotBe_IsRefused(string json) => Assert.Throws<InvalidDataException>(() => Read(json));

    [Fact]
    public void Read_NoManifest_IsRefused() => Assert.Throws<JsonException>(() => Read("[]"));

    private static ModelManifest Read(string json)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        return ModelManifest.Read(stream);
    }
}
