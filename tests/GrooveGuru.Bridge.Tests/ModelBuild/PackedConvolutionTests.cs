using GrooveGuru.Core.Tests;
using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.Bridge.Tests.ModelBuild;

/// <summary>Convolutions as they are converted, against the sums that they stand for.</summary>
public sealed class PackedConvolutionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Height, width and channels of the input; height and width of the kernel; filters; steps over the width.
    [Theory]
    [InlineData(11, 13, 3, 5, 5, 1, 1, true, 4)]
    [InlineData(12, 16, 2, 7, 3, 1, 1, true, 4)]
    [InlineData(5, 21, 4, 3, 9, 8, 1, true, 2)]
    [InlineData(5, 22, 1, 3, 4, 3, 1, true, 5)]
    [InlineData(1, 90, 1, 1, 16, 1, 2, false, 32)]
    [InlineData(1, 97, 1, 1, 17, 1, 3, false, 48)]
    [InlineData(1, 20, 1, 1, 20, 1, 2, false, 32)]
    [InlineData(6, 9, 2, 3, 3, 9, 1, true, 1)]
    [InlineData(6, 9, 2, 3, 3, 1, 2, true, 2)]
    public void Convert_Convolution_IsTheSum(
        int height, int width, int channels, int kernelHeight, int kernelWidth, int filters, int step, bool isSame, int expectedStep)
    {
        Random random = new(7);
        float[] input = Numbers(random, height * width * channels), kernel = Numbers(random, kernelHeight * kernelWidth * channels * filters), bias = Numbers(random, filters);
        int outputHeight = isSame ? height : height - kernelHeight + 1;
        int outputWidth = isSame ? (width + step - 1) / step : ((width - kernelWidth) / step) + 1;
        int above = isSame ? (kernelHeight - 1) / 2 : 0;
        int left = isSame ? Math.Max(0, ((outputWidth - 1) * step) + kernelWidth - width) / 2 : 0;

        List<float> expected = [];
        for (int row = 0; row < outputHeight; row++)
        {
            for (int column = 0; column < outputWidth; column++)
            {
                for (int filter = 0; filter < filters; filter++)
                {
                    double sum = bias[filter];
                    for (int down = 0; down < kernelHeight; down++)
                    {
                        for (int right = 0; right < kernelWidth; right++)
                        {
                            int y = row + down - above, x = (column * step) + right - left;
                            for (int channel = 0; channel < channels && y >= 0 && y < height && x >= 0 && x < width; channel++)
                            {
                                sum += input[(((y * width) + x) * channels) + channel]
                                    * (double)kernel[(((((down * kernelWidth) + right) * channels) + channel) * filters) + filter];
                            }
                        }
                    }

                    expected.Add((float)Math.Max(0, sum));
                }
            }
        }

        TfNode node = SmallGraph.Node("out", "_FusedConv2D", ["in", "kernel", "bias"], $$$"""
            {"data_format":{"s":"TkhXQw=="},"fused_ops":{"list":{"s":["Qmlhc0FkZA==","UmVsdQ=="]}},
             "padding":{"s":"{{{(isSame ? "U0FNRQ==" : "VkFMSUQ=")}}}"},
             "strides":{"list":{"i":["1","1","{{{step}}}","1"]} },"dilations":{"list":{"i":["1","1","1","1"]} } }
            """);
        (float[] result, OnnxModel model) = SmallGraph.Run(
            _folder,
            input,
            [1, height, width, channels],
            [node],
            expected.Count,
            ("kernel", SmallGraph.Floats(kernel, kernelHeight, kernelWidth, channels, filters)),
            ("bias", SmallGraph.Floats(bias)));

        Assert.Equal(expected.Count, result.Length);
        Assert.All(expected.Zip(result), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        long[] steps = (long[])model.Nodes.Single(made => made.Operator == "Conv").Attributes.Single(attribute => attribute.Name == "strides").Value;
        Assert.Equal(expectedStep, steps[1]);
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
}
