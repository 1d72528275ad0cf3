using Xunit;

namespace Dtao.Crypto.Tests;

public sealed class RunningBlake2bTests
{
    [Fact]
    public void Pieces_have_the_digest_of_the_whole_and_the_next_one_starts_anew()
    {
        byte[] content = [.. Enumerable.Range(0, 1_000).Select(static at => (byte)(at % 251))];
        RunningBlake2b digest = new();

        digest.Append(content.AsSpan(0, 1));
        digest.Append(content.AsSpan(1, 299));
        digest.Append(content.AsSpan(300));
        byte[] whole = digest.Finish();
        digest.Append(content.AsSpan(0, 10));

        Assert.Equal(Blake2b.Hash256(content), whole);
        Assert.Equal(Blake2b.Hash256(content.AsSpan(0, 10)), digest.Finish());
    }
}
