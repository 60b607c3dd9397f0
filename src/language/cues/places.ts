export const homeCues: readonly (readonly [number, RegExp])[] = [
  [
    3,
    /家里|我家|我们家|咱家|俺家|屋里|屋头|室内|我屋企|屋企|\bmy (?:flat|apartment|place|home|house|unit|kitchen|bathroom|bedroom|room|toilet|ac|living)|\bat home\b|\bour (?:flat|kitchen|bathroom|place)|\bin the (?:flat|apartment)/,
  ],
  [
    3,
    /厨房|卫生间|洗手间|浴室|厕所(?!.{0,4}(?:公共|一楼大堂))|客厅|卧室|主卧|次卧|书房|儿童房|阳台|飘窗|玄关|衣帽间|客房|饭厅|餐厅|睡房|灶房|主人房|kitchen|bathroom|bedroom|living room|balcony|toilet|shower|master/,
  ],
  [
    2,
    /马桶|坐便|厕盆|座厕|水龙头|龙头|花洒|洗手盆|洗菜盆|地漏|热水器|油烟机|抽油烟机|洗衣机|冰箱|灶|燃气灶|煤气炉|空调|暖气|地暖|光猫|路由器|宽带|wifi|入户门|防盗门|家门|房门|窗户|纱窗|插座|开关|跳闸|热水|面盆|浴缸|faucet|tap\b|sink|water heater|socket|fridge|washing machine|wi-?fi|router|aircon|\bac\b|a\/c|front door|basin|drain\b/,
  ],
  [1, /墙|天花|地板|楼上漏|上面漏|ceiling|wall\b|水表|电表|水管|下水/],
]
export const publicCues: readonly (readonly [number, RegExp])[] = [
  [
    4,
    /电梯|升降机|楼道|走廊|走道|过道|大堂|大厅|楼梯|单元门|楼栋门|门禁|道闸|地库|车库|停车场|车场|地下室|天台|楼顶|架空层|公共|公区|小区(?!.{0,2}公告)|园区|花园|广场|泳池|健身|会所|儿童乐园|滑梯|路灯|草坪|绿化|喷泉|大门|北门|南门|东门|西门|侧门|后门|垃圾房|垃圾桶|垃圾站|快递柜|充电桩|消防栓|消火栓|消防通道|监控|摄像头|岗亭|人行道|路面|井盖|外墙|楼下|lift|elevator|corridor|hallway|lobby|stair|car ?park|parking|garage|basement|gate\b|garden|gym|pool|playground|courtyard|roof|podium|clubhouse|bin room|street ?light|entrance|loading bay|intercom/,
  ],
  [1.5, /梯间|门厅|单元|消防|楼层|层的|整栋|全楼|这栋|我们这栋|我们楼|\bblock\b|\btower\b|building|bin\b/],
]
