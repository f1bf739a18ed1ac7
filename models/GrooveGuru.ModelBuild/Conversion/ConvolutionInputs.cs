namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>What a convolution takes, as values of the model.</summary>
/// <param name="Input">The input [batch, channel, height, width].</param>
/// <param name="Kernel">The kernel [filter, channel, height, width].</param>
/// <param name="Bias">The bias [filter]; null where there is none.</param>
/// <param name="IsRectified">What is negative becomes 0.</param>
internal sealed record ConvolutionInputs(string Input, string Kernel, string? Bias, bool IsRectified);
