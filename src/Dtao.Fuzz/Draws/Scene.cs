using Dtao.Fuzz.Worlds;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;

namespace Dtao.Fuzz.Draws;

/// <summary>A place of the world around which one call is drawn.</summary>
/// <remarks>
/// Arguments that were drawn one by one would nearly never fit together. A scene has a coldkey,
/// a hotkey and a subnet that often do, and each argument mostly takes the scene's own.
/// </remarks>
public sealed class Scene
{
    private const int Attempts = 6;

    private Scene(
        Chain chain, Cast cast, Chance chance, Coldkey coldkey, Hotkey hotkey, NetUid netUid)
    {
        (Chain, Cast, Chance) = (chain, cast, chance);
        (Coldkey, Hotkey, NetUid) = (coldkey, hotkey, netUid);
        Signer = coldkey.Account;
    }

    /// <summary>The chain as it is now.</summary>
    public Chain Chain { get; }

    /// <summary>Everyone in the world.</summary>
    public Cast Cast { get; }

    /// <summary>Where draws come from.</summary>
    public Chance Chance { get; }

    /// <summary>The scene's coldkey.</summary>
    public Coldkey Coldkey { get; }

    /// <summary>The scene's hotkey.</summary>
    public Hotkey Hotkey { get; }

    /// <summary>The scene's subnet.</summary>
    public NetUid NetUid { get; }

    /// <summary>Who mostly signs: the scene's coldkey, unless a call needs another.</summary>
    public AccountId Signer { get; set; }

    /// <summary>How many calls stand around the argument that is drawn.</summary>
    public int Depth { get; set; }

    /// <summary>A place, mostly one where somebody has stake.</summary>
    public static Scene Draw(Chain chain, Cast cast, Chance chance)
    {
        (Coldkey Coldkey, Hotkey Hotkey, NetUid NetUid) place = default;
        bool seeksStake = chance.Percent(70);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            place.Hotkey = chance.Among(cast.Hotkeys);
            place.NetUid = chance.Among(cast.Subnets);
            place.Coldkey = chance.Below(8) switch
            {
                0 when chain.Subnets.HasOwner(place.NetUid) => chain.Subnets.Owner(place.NetUid),
                <= 4 when chain.Stakes.Exists(place.Hotkey) => chain.Stakes.OwnerOf(place.Hotkey),
                _ => chance.Among(cast.Coldkeys),
            };
            bool hasStake =
                chain.Stakes.StakeOf(place.Hotkey, place.Coldkey, place.NetUid) > Alpha.Zero;
            if (!seeksStake || hasStake) break;
        }

        return new(chain, cast, chance, place.Coldkey, place.Hotkey, place.NetUid);
    }

    /// <summary>Mostly the scene's own hotkey.</summary>
    public Hotkey AnyHotkey() => Chance.Percent(75) ? Hotkey : Chance.Among(Cast.Hotkeys);

    /// <summary>Mostly the scene's own coldkey.</summary>
    public Coldkey AnyColdkey() => Chance.Percent(50) ? Coldkey : Chance.Among(Cast.Coldkeys);

    /// <summary>Mostly the scene's own subnet.</summary>
    public NetUid AnySubnet() => Chance.Percent(75) ? NetUid : Chance.Among(Cast.Subnets);

    /// <summary>Any account.</summary>
    public AccountId AnyAccount() => Chance.Below(16) switch
    {
        < 4 => Coldkey.Account,
        < 8 => Hotkey.Account,
        8 => MultisigDraws.SharedAccount(this),
        _ => Chance.Among(Cast.Accounts),
    };

    /// <summary>Who stands behind the call: mostly whom it asks for.</summary>
    public Origin AnyOrigin(ICall call)
    {
        int draw = Chance.Below(100);
        if (draw < 3) return Origin.None;
        if (draw < 6) return Origin.Root;
        if (call is IRootCall && draw < 85) return Origin.Root;
        if (call is not ISignedCall && draw < 45) return Origin.Root;
        if (draw < 94) return Origin.Signed(Signer);
        return Origin.Signed(AnyAccount());
    }
}
