using System.Collections.Immutable;
using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests;

/// <summary>The compiler refuses what would mix units; each refusal has a legal twin.</summary>
public class UnitsDoNotMixTests
{
    private const string NoSuchOperator = "CS0019";
    private const string NoConversion = "CS0029";
    private const string NoConversionOfArgument = "CS1503";
    private const string NotAccessible = "CS0122";
    private const string NotVisible = "CS1061";

    [Theory]
    [InlineData("_ = Tao.Zero + Alpha.Zero;", NoSuchOperator)]
    [InlineData("_ = Alpha.Zero - Tao.Zero;", NoSuchOperator)]
    [InlineData("_ = Tao.Zero < Alpha.Zero;", NoSuchOperator)]
    [InlineData("_ = Tao.Zero == Alpha.Zero;", NoSuchOperator)]
    [InlineData("_ = Tao.Zero * Tao.Zero;", NoSuchOperator)]
    [InlineData("_ = Tao.Zero / Tao.Zero;", NoSuchOperator)]
    [InlineData("_ = Tao.Zero * Price.One;", NoSuchOperator)]
    [InlineData("_ = Tao.Zero + 1UL;", NoSuchOperator)]
    [InlineData("_ = Alpha.Zero * 2;", NoSuchOperator)]
    [InlineData("_ = I96F32.One + I64F64.One;", NoSuchOperator)]
    [InlineData("_ = I32F32.One < I96F32.One;", NoSuchOperator)]
    [InlineData("_ = Price.One + Price.One;", NoSuchOperator)]
    [InlineData("Tao amount = 1UL;", NoConversion)]
    [InlineData("ulong amount = Tao.Zero;", NoConversion)]
    [InlineData("Alpha amount = 1UL;", NoConversion)]
    [InlineData("ulong amount = Alpha.Zero;", NoConversion)]
    [InlineData("Alpha amount = Tao.Zero;", NoConversion)]
    [InlineData("Price price = I96F32.One;", NoConversion)]
    [InlineData("I96F32 value = 1UL;", NoConversion)]
    [InlineData("Hotkey hotkey = new Coldkey();", NoConversion)]
    [InlineData("Coldkey coldkey = new Hotkey();", NoConversion)]
    [InlineData("Hotkey hotkey = AccountId.Zero;", NoConversion)]
    [InlineData("AccountId account = new Hotkey();", NoConversion)]
    [InlineData("NetUid subnet = new Uid();", NoConversion)]
    [InlineData("Uid uid = new NetUid();", NoConversion)]
    [InlineData("NetUid subnet = (ushort)1;", NoConversion)]
    [InlineData("ushort number = new NetUid(1);", NoConversion)]
    [InlineData("BlockNumber block = 1UL;", NoConversion)]
    [InlineData("Fractional<Tao> amount = Tao.Zero;", NoConversion)]
    [InlineData("Fractional<Tao> amount = Fractional<Alpha>.Zero;", NoConversion)]
    [InlineData("_ = Price.One.ValueOf(Tao.Zero);", NoConversionOfArgument)]
    [InlineData("_ = chain.Balances.Free(new Hotkey());", NoConversionOfArgument)]
    [InlineData("_ = chain.Stakes.Exists(new Coldkey());", NoConversionOfArgument)]
    [InlineData("_ = chain.Pools.TaoReserve(new Uid());", NoConversionOfArgument)]
    [InlineData(
        "_ = new AddStake(new Coldkey(), new NetUid(1), Tao.Zero);", NoConversionOfArgument)]
    [InlineData(
        "_ = new AddStake(new Hotkey(), new NetUid(1), Alpha.Zero);", NoConversionOfArgument)]
    [InlineData(
        "_ = new RemoveStake(new Hotkey(), new NetUid(1), Tao.Zero);", NoConversionOfArgument)]
    [InlineData("_ = typeof(PoolLedger.Storage);", NotAccessible)]
    [InlineData("chain.Pools._taoReserve[new NetUid(1)] = Tao.Zero;", NotVisible)]
    [InlineData("chain.Issuance.Create(Tao.Zero);", NotVisible)]
    [InlineData("chain.Pools.KeepFee(new NetUid(1), Tao.Zero);", NotVisible)]
    public void Mixing_does_not_compile(string statement, string expected)
    {
        ImmutableArray<string> errors = Compilation.ErrorsOf(statement);

        Assert.Equal([expected], errors);
    }

    [Theory]
    [InlineData("_ = Tao.Zero + Tao.Zero;")]
    [InlineData("_ = Alpha.Zero - Alpha.Zero;")]
    [InlineData("_ = Tao.Zero < Tao.Zero;")]
    [InlineData("_ = I96F32.One + I64F64.One.ToI96F32();")]
    [InlineData("Tao amount = Tao.FromRao(1UL); ulong rao = amount.Rao;")]
    [InlineData("Alpha amount = Alpha.FromRao(Tao.Zero.Rao);")]
    [InlineData("Price price = Price.FromValue(I96F32.One);")]
    [InlineData("Hotkey hotkey = new(new Coldkey().Account);")]
    [InlineData("NetUid subnet = new(new Uid().Value);")]
    [InlineData("BlockNumber block = new(1UL);")]
    [InlineData("Fractional<Tao> amount = Fractional<Tao>.From(Tao.Zero);")]
    [InlineData("Tao value = Price.One.ValueOf(Alpha.Zero).Floor();")]
    [InlineData("_ = chain.Balances.Free(new Coldkey());")]
    [InlineData("_ = chain.Stakes.Exists(new Hotkey());")]
    [InlineData("_ = chain.Pools.TaoReserve(new NetUid());")]
    [InlineData("_ = new AddStake(new Hotkey(), new NetUid(1), Tao.Zero);")]
    [InlineData("_ = typeof(PoolLedger);")]
    public void The_legal_twin_compiles(string statement)
    {
        ImmutableArray<string> errors = Compilation.ErrorsOf(statement);

        Assert.Empty(errors);
    }
}
