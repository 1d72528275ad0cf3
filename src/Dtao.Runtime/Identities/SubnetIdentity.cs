using Dtao.Codec;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Identities;

/// <summary>What a subnet says of itself; bytes that nobody checks for being text.</summary>
/// <remarks>Wire: SubnetIdentityV2. Source: docs/spec/identities.md#fields.</remarks>
/// <param name="Name">Name, at most 256 bytes.</param>
/// <param name="Repository">Where its program is, at most 1024 bytes.</param>
/// <param name="Contact">How to reach its people, at most 1024 bytes.</param>
/// <param name="Url">Its page, at most 1024 bytes.</param>
/// <param name="Discord">Its channel, at most 256 bytes.</param>
/// <param name="Description">What it does, at most 1024 bytes.</param>
/// <param name="Additional">Anything else, at most 1024 bytes.</param>
public sealed record SubnetIdentity(
    byte[] Name, byte[] Repository, byte[] Contact, byte[] Url, byte[] Discord,
    byte[] Description, byte[] Additional)
{
    internal static readonly Shape<SubnetIdentity> Shape = new(
        "(list<u8>, list<u8>, list<u8>, list<u8>, list<u8>, list<u8>, list<u8>)",
        static (to, value) => value.Encode(to),
        static (ref from) => Decode(ref from));

    /// <summary>Every field keeps its length.</summary>
    public bool IsValid =>
        Name.Length <= 256 && Repository.Length <= 1_024 && Contact.Length <= 1_024
        && Url.Length <= 1_024 && Discord.Length <= 256 && Description.Length <= 1_024
        && Additional.Length <= 1_024;

    /// <summary>Appends the fields in wire order.</summary>
    internal void Encode(ScaleWriter to)
    {
        to.WriteBytes(Name);
        to.WriteBytes(Repository);
        to.WriteBytes(Contact);
        to.WriteBytes(Url);
        to.WriteBytes(Discord);
        to.WriteBytes(Description);
        to.WriteBytes(Additional);
    }

    /// <summary>Reads the fields in wire order.</summary>
    internal static SubnetIdentity Decode(ref ScaleReader from) => new(
        from.ReadBytes(), from.ReadBytes(), from.ReadBytes(), from.ReadBytes(),
        from.ReadBytes(), from.ReadBytes(), from.ReadBytes());
}
