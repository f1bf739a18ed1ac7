namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The ids of the interfaces that are spoken here.</summary>
internal static class InterfaceIds
{
    /// <summary>FUnknown.</summary>
    public static readonly Tuid Unknown = new(0x00000000, 0x00000000, 0xC0000000, 0x00000046);

    /// <summary>IPluginBase.</summary>
    public static readonly Tuid PluginBase = new(0x22888DDB, 0x156E45AE, 0x8358B348, 0x08190625);

    /// <summary>IPluginFactory.</summary>
    public static readonly Tuid PluginFactory = new(0x7A4D811C, 0x52114A1F, 0xAED9D2EE, 0x0B43BF9F);

    /// <summary>IPluginFactory2.</summary>
    public static readonly Tuid PluginFactory2 = new(0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB);

    /// <summary>IPluginFactory3.</summary>
    public static readonly Tuid PluginFactory3 = new(0x4555A2AB, 0xC1234E57, 0x9B122910, 0x36878931);

    /// <summary>IComponent.</summary>
    public static readonly Tuid Component = new(0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802);

    /// <summary>IAudioProcessor.</summary>
    public static readonly Tuid AudioProcessor = new(0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D);

    /// <summary>IProcessContextRequirements.</summary>
    public static readonly Tuid ProcessContextRequirements = new(0x2A654303, 0xEF764E3D, 0x95B5FE83, 0x730EF6D0);

    /// <summary>IEditController.</summary>
    public static readonly Tuid EditController = new(0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E);

    /// <summary>ChannelContext::IInfoListener.</summary>
    public static readonly Tuid InfoListener = new(0x0F194781, 0x8D984ADA, 0xBBA0C1EF, 0xC011D8D0);

    /// <summary>IBStream.</summary>
    public static readonly Tuid BStream = new(0xC3BF6EA2, 0x30994752, 0x9B6BF990, 0x1EE33E9B);

    /// <summary>IParameterChanges.</summary>
    public static readonly Tuid ParameterChanges = new(0xA4779663, 0x0BB64A56, 0xB44384A8, 0x466FEB9D);

    /// <summary>IParamValueQueue.</summary>
    public static readonly Tuid ParamValueQueue = new(0x01263A18, 0xED074F6F, 0x98C9D356, 0x4686F9BA);

    /// <summary>IComponentHandler.</summary>
    public static readonly Tuid ComponentHandler = new(0x93A0BEA3, 0x0BD045DB, 0x8E890B0C, 0xC1E46AC6);

    /// <summary>IComponentHandler2.</summary>
    public static readonly Tuid ComponentHandler2 = new(0xF040B4B3, 0xA36045EC, 0xABCDC045, 0xB4D5A2CC);

    /// <summary>IHostApplication.</summary>
    public static readonly Tuid HostApplication = new(0x58E595CC, 0xDB2D4969, 0x8B6AAF8C, 0x36A664E5);

    /// <summary>IAttributeList.</summary>
    public static readonly Tuid AttributeList = new(0x1E5F0AEB, 0xCC7F4533, 0xA2544011, 0x38AD5EE4);

    /// <summary>IPlugView.</summary>
    public static readonly Tuid PlugView = new(0x5BC32507, 0xD06049EA, 0xA6151B52, 0x2B755B29);

    /// <summary>IPlugFrame.</summary>
    public static readonly Tuid PlugFrame = new(0x367FAF01, 0xAFA94693, 0x8D4DA2A0, 0xED0882A3);

    /// <summary>IPlugViewContentScaleSupport.</summary>
    public static readonly Tuid ContentScaleSupport = new(0x65ED9690, 0x8AC44525, 0x8AADEF7A, 0x72EA703F);

    /// <summary>Linux::IRunLoop.</summary>
    public static readonly Tuid RunLoop = new(0x18C35366, 0x97764F1A, 0x9C5B8385, 0x7A871389);

    /// <summary>Linux::IEventHandler.</summary>
    public static readonly Tuid EventHandler = new(0x561E65C9, 0x13A0496F, 0x813A2C35, 0x654D7983);

    /// <summary>Linux::ITimerHandler.</summary>
    public static readonly Tuid TimerHandler = new(0x10BDD94F, 0x41424774, 0x821FAD8F, 0xECA72CA9);
}
