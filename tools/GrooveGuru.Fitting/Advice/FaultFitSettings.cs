namespace GrooveGuru.Fitting.Advice;

/// <summary>How the fault model is fitted.</summary>
/// <param name="Epochs">How often each row is seen.</param>
/// <param name="Ridge">Pull of the weights of the hidden layer towards 0.</param>
/// <param name="DirectRidge">Pull of the weights that lead from signs to outputs directly.</param>
/// <param name="CleanWeight">How often a clean track counts.</param>
internal sealed record FaultFitSettings(int Epochs = 25, double Ridge = 3e-4, double DirectRidge = 3e-3, double CleanWeight = 6);
