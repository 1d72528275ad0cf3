using System.Buffers.Binary;
using Dtao.Fuzz.Model;
using Dtao.Fuzz.Worlds;
using Dtao.Runtime;
using Xunit;

namespace Dtao.Fuzz.Tests;

/// <summary>The model of a block step agrees with the chain, and notices one rao.</summary>
public sealed class BlockModelTests
{
    [Fact]
    public void A_block_step_does_what_the_model_says()
    {
        (Chain chain, Book book, Book before, BlockModel model) = RunBlock();

        Assert.Null(BlockComparison.First(book, before, BookReader.Read(chain), model));
        Assert.Null(BlockComparison.FirstNumber(model, new Parameters(chain)));
        Assert.NotEmpty(model.Numbers);
    }

    [Theory]
    [InlineData("SubnetTAO")]
    [InlineData("SubnetAlphaIn")]
    [InlineData("SubnetAlphaOut")]
    [InlineData("PendingEmission")]
    [InlineData("PendingOwnerCut")]
    [InlineData("SubnetMovingPrice")]
    public void One_unit_too_many_is_noticed(string item)
    {
        (Chain chain, Book book, Book before, BlockModel model) = RunBlock();
        byte[] value = RawStorage.Read(chain, item, RawStorage.KeyOf(1));
        ulong number = BinaryPrimitives.ReadUInt64LittleEndian(value);
        RawStorage.Write(chain, item, number + 1, (ushort)1);

        string? found = BlockComparison.First(book, before, BookReader.Read(chain), model)
            ?? BlockComparison.FirstNumber(model, new Parameters(chain));

        Assert.Contains("subnet 1", found, StringComparison.Ordinal);
    }

    private static (Chain Chain, Book Book, Book Before, BlockModel Model) RunBlock()
    {
        Chain chain = WorldMaker.Make(2).Chain;
        Book book = BookReader.Read(chain);
        Book before = book.Copy();
        BlockModel model = new(book, new Parameters(chain));
        model.Run();
        BlockExecutor.RunBlock(chain);
        return (chain, book, before, model);
    }
}
