namespace GrooveGuru.Fitting;

/// <summary>Gradient descent with a step of its own for each weight.</summary>
/// <param name="count">Weights.</param>
/// <param name="stepSize">The step, in units of the weights.</param>
/// <remarks>D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015.</remarks>
internal sealed class Adam(int count, double stepSize)
{
    private const double MeanDecay = 0.9, PowerDecay = 0.999, Least = 1e-8;

    private readonly double[] _mean = new double[count];
    private readonly double[] _power = new double[count];
    private int _steps;

    /// <summary>Goes one step downhill.</summary>
    /// <param name="weights">The weights, changed in place.</param>
    /// <param name="gradient">The gradient at them.</param>
    /// <param name="share">Share of the step, 0–1: small towards the end.</param>
    public void Step(float[] weights, ReadOnlySpan<double> gradient, double share = 1)
    {
        _steps++;
        double meanScale = 1 - Math.Pow(MeanDecay, _steps), powerScale = 1 - Math.Pow(PowerDecay, _steps);
        for (int i = 0; i < weights.Length; i++)
        {
            _mean[i] = (MeanDecay * _mean[i]) + ((1 - MeanDecay) * gradient[i]);
            _power[i] = (PowerDecay * _power[i]) + ((1 - PowerDecay) * gradient[i] * gradient[i]);
            weights[i] -= (float)(share * stepSize * (_mean[i] / meanScale) / (Math.Sqrt(_power[i] / powerScale) + Least));
        }
    }
}
