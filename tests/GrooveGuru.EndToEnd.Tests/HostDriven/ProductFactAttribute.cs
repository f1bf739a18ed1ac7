namespace GrooveGuru.EndToEnd.Tests.HostDriven;

/// <summary>A fact that needs bundle, host and bridge as ./groove build leaves them; skipped by name where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProductFactAttribute : FactAttribute
{
    public ProductFactAttribute() => Skip = Product.ReasonToSkip(Product.Bundle, Product.Host, Product.Bridge);
}
