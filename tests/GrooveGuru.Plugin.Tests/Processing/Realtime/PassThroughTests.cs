using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.Tests.Processing.Realtime;

public unsafe class PassThroughTests
{
    [Theory]
    [InlineData(1, 1, 64)]
    [InlineData(2, 2, 1)]
    [InlineData(2, 2, 8192)]
    [InlineData(6, 6, 480)]
    public void Output_OfRandomBits_EqualsTheInput(int inputs, int outputs, int frames)
    {
        using TestBlock block = new(seed: 1);
        block.Set(inputs, outputs, frames);

        PassThrough.Process(block.Data);

        for (int channel = 0; channel < outputs; channel++)
        {
            Assert.Equal(block.InputBits(channel, frames), block.OutputBits(channel, frames));
        }

        Assert.Equal(0UL, block.Output.SilenceFlags);
    }

    [Fact]
    public void Output_InPlace_StaysAsItWas()
    {
        using TestBlock block = new(seed: 2);
        block.Set(2, 2, 256);
        int[] left = block.InputBits(0, 256);
        int[] right = block.InputBits(1, 256);
        block.Output.Channels = block.Input.Channels;

        PassThrough.Process(block.Data);

        Assert.Equal(left, block.InputBits(0, 256));
        Assert.Equal(right, block.InputBits(1, 256));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Output_OnTheOtherInput_IsNotLost(bool isSwapped)
    {
        using TestBlock block = new(seed: 3);
        block.Set(2, 2, 256);
        int[] left = block.InputBits(0, 256);
        int[] right = block.InputBits(1, 256);
        float* first = block.Outputs[0];
        block.Outputs[0] = block.Inputs[1];
        float* second = block.Outputs[1];
        block.Outputs[1] = isSwapped ? block.Inputs[0] : second;

        PassThrough.Process(block.Data);

        Assert.Equal(left, block.OutputBits(0, 256));
        Assert.Equal(right, block.OutputBits(1, 256));
        block.Outputs[0] = first; // each buffer is freed once
        block.Outputs[1] = second;
    }

    [Fact]
    public void Output_OfMonoInput_IsTheSameOnEveryChannel()
    {
        using TestBlock block = new(seed: 4);
        block.Set(1, 2, 100);

        PassThrough.Process(block.Data);

        Assert.Equal(block.InputBits(0, 100), block.OutputBits(0, 100));
        Assert.Equal(block.InputBits(0, 100), block.OutputBits(1, 100));
    }

    [Fact]
    public void Output_WithoutInput_IsSilentAndSaysSo()
    {
        using TestBlock block = new(seed: 5);
        block.Set(2, 2, 100);
        block.Data->InputCount = 0;
        block.Data->Inputs = null;

        PassThrough.Process(block.Data);

        Assert.All(block.OutputBits(0, 100), bits => Assert.Equal(0, bits));
        Assert.All(block.OutputBits(1, 100), bits => Assert.Equal(0, bits));
        Assert.Equal(3UL, block.Output.SilenceFlags);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void SilenceFlags_OfTheInput_GoToTheOutput(ulong flags)
    {
        using TestBlock block = new(seed: 6);
        block.Set(2, 2, 16);
        block.Input.SilenceFlags = flags;
        block.Output.SilenceFlags = ~flags;

        PassThrough.Process(block.Data);

        Assert.Equal(flags, block.Output.SilenceFlags);
    }

    [Fact]
    public void Buffers_ThatAreMissing_AreSkipped()
    {
        using TestBlock block = new(seed: 7);
        block.Set(2, 2, 16);
        float* kept = block.Outputs[0];
        block.Outputs[0] = null;

        PassThrough.Process(block.Data);

        Assert.Equal(block.InputBits(1, 16), block.OutputBits(1, 16));
        block.Outputs[0] = kept;
        block.Output.Channels = null;
        PassThrough.Process(block.Data);
        block.Data->Outputs = null;
        PassThrough.Process(block.Data);
    }
}
