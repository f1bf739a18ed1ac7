namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>A fact that drives a real Ardour 7; skipped by name where it or the built product is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ArdourFactAttribute : FactAttribute
{
    public ArdourFactAttribute() => Skip = ArdourWorkplace.ReasonToSkip ?? Product.ReasonToSkip(Product.Bundle, Product.Bridge);
}
